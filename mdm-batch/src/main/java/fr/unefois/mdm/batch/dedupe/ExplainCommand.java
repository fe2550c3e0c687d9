package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.access.ReferenceKeys;
import fr.unefois.mdm.access.SectorReferences;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.batch.ConfigOption;
import fr.unefois.mdm.batch.ConfiguredSources;
import fr.unefois.mdm.batch.DatabaseOption;
import fr.unefois.mdm.batch.Terminal;
import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.OperatingPoint;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.store.Database;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.Models;
import fr.unefois.mdm.store.Role;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why two rows of a file, or two citizens of the base, are one person, or why not. */
@CommandLine.Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        customSynopsis = {"mdm explain [OPTIONS] FILE ID1 ID2", "       mdm explain [OPTIONS] REF1 REF2"},
        description = "Says why two rows of a file, or two references of the base, are one person or two: a line per"
                + " comparison, in bits; the blocking rules; and what the cluster adds. Shows no values.")
public final class ExplainCommand implements Command {
    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE|REF1", description = "A file, or a reference of the base.")
    String first = "";

    @Parameters(
            index = "1",
            paramLabel = "ID1|REF2",
            description = "The id of one row (or SOURCE/ID), or the other reference.")
    String second = "";

    @Parameters(index = "2", arity = "0..1", paramLabel = "ID2", description = "Of a file: the id of the other row.")
    @Nullable
    String third;

    @Option(names = "--operating-point", paramLabel = "POINT", description = "balanced (default) or safe; of a file.")
    String point = "balanced";

    @Option(names = "--json", description = "Prints one line of JSON.")
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
        return Reporting.run(spec, log -> third == null ? citizens(log) : rows(first, second, third, log));
    }

    private int rows(String name, String one, String other, PrintWriter log) {
        Path file = Path.of(name);
        LinkageModel given = modelOption.read();
        Progress progress = Terminal.progress(json, log);
        People people = People.read(List.of(file), input.choices(), progress);
        if (!json) {
            people.understood().print(log);
        }
        int left = ExplainFile.position(people, one, file);
        int right = ExplainFile.position(people, other, file);
        if (left == right) {
            throw new Unusable(WRONG_USAGE, "the two ids are one row; name two");
        }
        OperatingPoint operatingPoint = point.equalsIgnoreCase("safe") ? OperatingPoint.SAFE : OperatingPoint.BALANCED;
        ModelOption.Fitted fitted = modelOption.fitted(given, people, Scope.LINK_AND_DEDUPE, progress);
        LinkageModel model = fitted.model().at(operatingPoint);
        print(new ExplainFile(people, model, fitted.blocks()).explain(left, right, progress));
        return DONE;
    }

    private int citizens(PrintWriter log) {
        if (new File(first).isFile()) {
            throw new Unusable(WRONG_USAGE, first + ": is a file; name two of its rows");
        }
        Walk configured = ConfiguredSources.read(config.folder()).walk();
        Path home = DatabaseSettings.from(System.getenv(), null).home();
        SectorReferences references =
                new SectorReferences(ReferenceKeys.load(home, System.getenv()), SectorReferences.CONSOLE);
        try (Database open = database.open(Role.BATCH)) {
            Walk walk = Models.open(open.dataSource(), configured, Walk.modelText(config.folder()))
                    .inForce()
                    .walk();
            ExplainBase.Answer answer = new ExplainBase(open.dataSource(), walk, references).explain(first, second);
            log.println(
                    answer.records().size() == 1
                            ? "One citizen of " + answer.records().get(0)
                                    + " records; the two sides that hold together least:"
                            : "Two citizens, of " + answer.records().get(0) + " and "
                                    + answer.records().get(1) + " records; the strongest pair between them:");
            print(answer.explanation());
            if (!answer.current()) {
                log.println("The base has them otherwise than the model in force would: it waits for `mdm link`.");
            }
        }
        return DONE;
    }

    private void print(Explanation explanation) {
        PrintWriter out = Reporting.out(spec);
        if (json) {
            out.println(ExplanationJson.of(explanation));
            out.flush();
        } else {
            new ExplanationText(out).print(explanation);
        }
    }
}
