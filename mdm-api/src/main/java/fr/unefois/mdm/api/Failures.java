package fr.unefois.mdm.api;

import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.config.Fault;
import fr.unefois.mdm.config.InvalidConfiguration;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what a command throws into an exit code and a first line on stderr that says what is wrong. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final Path home;

    Failures(Path home) {
        this.home = home;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        if (cause(e) instanceof InvalidConfiguration invalid) {
            return invalid(invalid.faults(), err);
        }
        err.println(e.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println(
                    line.getParent() == null
                            ? "mdm help lists the commands."
                            : line.getCommandSpec().qualifiedName() + " --help explains it.");
        }
        return Command.WRONG_USAGE;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult parsed) {
        return handle(e, line.getCommandName(), line.getErr());
    }

    int handle(Throwable e, String command, PrintWriter err) {
        if (cause(e) instanceof InvalidConfiguration invalid) {
            return invalid(invalid.faults(), err);
        }
        err.println(Telling.firstLine(e));
        try {
            err.println("The details are in " + new FailureLog(home).write(command, e) + ".");
        } catch (IOException unwritable) {
            err.println("The details could not be written under " + home + ".");
        }
        return Command.FAILED;
    }

    private static int invalid(List<Fault> faults, PrintWriter err) {
        faults.forEach(err::println);
        return Command.WRONG_USAGE;
    }

    private static Throwable cause(Throwable e) {
        Throwable cause = e;
        while (!(cause instanceof InvalidConfiguration) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
