package fr.unefois.mdm.api.server;

import fr.unefois.mdm.command.Command;
import java.io.PrintWriter;
import java.util.ServiceLoader;
import picocli.CommandLine;

/** A command of another module, found by its name: the modules do not see each other. */
public final class OtherCommand {
    private OtherCommand() {}

    /** Its command line, which prints what it has to say to the two writers. */
    public static CommandLine line(String name, PrintWriter out, PrintWriter err) {
        return new CommandLine(command(name)).setOut(out).setErr(err);
    }

    private static Command command(String name) {
        return ServiceLoader.load(Command.class, OtherCommand.class.getClassLoader()).stream()
                .filter(provider -> {
                    CommandLine.Command described = provider.type().getAnnotation(CommandLine.Command.class);
                    return described != null && described.name().equals(name);
                })
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this jar has no command " + name))
                .get();
    }
}
