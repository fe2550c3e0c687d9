package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.command.Command;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine;

/** One run of a command, as the launcher would run it. */
record Runs(int exitCode, String out, String err) {
    static Runs of(Command command, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Arrays.stream(arguments)
                        .map(argument -> argument instanceof Path path ? path.toString() : String.valueOf(argument))
                        .toArray(String[]::new));
        return new Runs(exitCode, out.toString(), err.toString());
    }
}
