package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.batch.ConfigOption;
import fr.unefois.mdm.batch.ConfiguredSources;
import fr.unefois.mdm.batch.DatabaseOption;
import fr.unefois.mdm.batch.JsonLine;
import fr.unefois.mdm.batch.Terminal;
import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.store.Database;
import fr.unefois.mdm.store.Models;
import fr.unefois.mdm.store.PostgresBulkBase;
import fr.unefois.mdm.store.Role;
import java.io.IOException;
import java.io.PrintWriter;
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

/** Learns a model without labels, from files of people or from the base; of the base it heeds the stewards. */
@CommandLine.Command(
        name = "estimate",
        mixinStandardHelpOptions = true,
        description = "Learns the weights of a model from files of people, or from the base and its judgements, and"
                + " writes its file: config/linkage-model.yml takes it.")
public final class EstimateCommand implements Command {
    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "CSV or Parquet files of people.")
    List<Path> files = List.of();

    @Option(names = "--base", description = "Learn from the records of the base and the stewards' judgements.")
    boolean base;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the model goes, as YAML.")
    @Nullable
    Path out;

    @Option(names = "--json", description = "One JSON document on stdout, progress as JSON lines on stderr.")
    boolean json;

    @Mixin
    InputOptions input = new InputOptions();

    @Mixin
    ModelOption modelOption = new ModelOption();

    @Mixin
    ConfigOption config = new ConfigOption();

    @Mixin
    DatabaseOption database = new DatabaseOption();

    @Override
    public Integer call() {
        return Reporting.run(spec, this::estimate);
    }

    private int estimate(PrintWriter log) {
        Path file = out;
        if (file == null) {
            throw new Unusable(WRONG_USAGE, "--out FILE is missing");
        }
        if (base == !files.isEmpty()) {
            throw new Unusable(
                    WRONG_USAGE, base ? "name files or --base, not both" : "name files of people, or --base");
        }
        Progress progress = Terminal.progress(json, log);
        Learned learned = base ? ofBase(log, progress) : ofFiles(log, progress);
        try {
            Files.writeString(file, learned.model.text());
        } catch (IOException e) {
            throw new Unusable(FAILED, file + ": cannot be written; check the folder and its permissions");
        }
        if (json) {
            PrintWriter document = Reporting.out(spec);
            document.println(learned.document().with("model", learned.model.version()));
            document.flush();
        } else {
            log.println("wrote the model " + learned.model.version() + " to " + file);
        }
        return DONE;
    }

    /** @param document what it was learned from */
    private record Learned(LinkageModel model, JsonLine document) {}

    private Learned ofFiles(PrintWriter log, Progress progress) {
        LinkageModel given = modelOption.read();
        People people = People.read(files, input.choices(), progress);
        if (!json) {
            people.understood().print(log);
        }
        LinkageModel model = modelOption
                .fitted(given, people, Scope.LINK_AND_DEDUPE, progress)
                .model();
        return new Learned(
                ModelOption.frozen(model, people.columns()), people.understood().json());
    }

    private Learned ofBase(PrintWriter log, Progress progress) {
        Walk configured = ConfiguredSources.read(config.folder()).walk();
        try (Database open = database.open(Role.BATCH)) {
            Walk walk = Models.open(open.dataSource(), configured, Walk.modelText(config.folder()))
                    .inForce()
                    .walk();
            BaseEstimate estimate = BaseEstimate.of(new PostgresBulkBase(open.dataSource()), walk, progress);
            if (!json) {
                log.println(estimate.records() + " records of the base, " + estimate.judgements() + " judgements");
            }
            return new Learned(
                    estimate.model(),
                    new JsonLine("report")
                            .with("records", estimate.records())
                            .with("judgements", estimate.judgements()));
        }
    }
}
