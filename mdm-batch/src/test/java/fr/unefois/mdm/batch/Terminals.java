package fr.unefois.mdm.batch;

import fr.unefois.mdm.command.Command;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs a command as the launcher does, and keeps what it prints. */
public record Terminals(int exitCode, String out, String err) {
    public static Terminals run(Command command, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
        return new Terminals(code, out.toString(), err.toString());
    }
}
