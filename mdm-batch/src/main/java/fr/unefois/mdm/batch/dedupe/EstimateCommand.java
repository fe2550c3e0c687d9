package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.decide.Scope;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Learns a model from files of people, without labels. */
@CommandLine.Command(
        name = "estimate",
        mixinStandardHelpOptions = true,
        description = "Learns the weights of a model from files of people, without labels, and writes its file.")
public final class EstimateCommand implements Command {
    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV files of people.")
    List<Path> files = List.of();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the model goes, as YAML.")
    @Nullable
    Path out;

    @Mixin
    InputOptions input = new InputOptions();

    @Mixin
    ModelOption modelOption = new ModelOption();

    @Override
    public Integer call() {
        return Reporting.run(spec, this::estimate);
    }

    private int estimate(PrintWriter log) {
        Path file = out;
        if (file == null) {
            throw new Unusable(WRONG_USAGE, "--out FILE is missing");
        }
        LinkageModel given = modelOption.read();
        People people = People.read(files, input, log);
        LinkageModel learned = modelOption.fitted(given, people, Scope.LINK_AND_DEDUPE);
        try {
            Files.writeString(file, learned.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        log.println("wrote the model " + learned.version() + " to " + file);
        return DONE;
    }
}
