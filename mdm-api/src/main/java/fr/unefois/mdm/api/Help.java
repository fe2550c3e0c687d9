package fr.unefois.mdm.api;

import fr.unefois.mdm.command.Command;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@CommandLine.Command(name = "help", description = "Lists the commands, or explains one.")
final class Help implements Callable<Integer> {
    private final Commands commands;

    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "the command to explain")
    @Nullable
    String command;

    Help(Commands commands) {
        this.commands = commands;
    }

    @Override
    public Integer call() {
        CommandLine root = Objects.requireNonNull(spec).commandLine().getParent();
        if (command != null) {
            return commands.help(root, command);
        }
        root.usage(root.getOut());
        return Command.DONE;
    }
}
