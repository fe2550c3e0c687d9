package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.compare.Evidence;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.OperatingPoint;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Zones;
import fr.unefois.mdm.standardise.StandardRecord;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why two rows are one person, or why not: a line per comparison, in bits. */
@CommandLine.Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Says why two rows are one person or not: a line per comparison, in bits.")
public final class ExplainCommand implements Command {
    private static final String LINE = "%-14s %-12s %8s %10s";

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "A CSV file.")
    Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "ID1", description = "The id of one row.")
    String first = "";

    @Parameters(index = "2", paramLabel = "ID2", description = "The id of the other row.")
    String second = "";

    @Option(names = "--operating-point", paramLabel = "POINT", description = "balanced (default) or safe.")
    String point = "balanced";

    @Mixin
    InputOptions input = new InputOptions();

    @Mixin
    ModelOption modelOption = new ModelOption();

    @Override
    public Integer call() {
        return Reporting.run(spec, this::explain);
    }

    private int explain(PrintWriter log) {
        LinkageModel given = modelOption.read();
        People people = People.read(List.of(file), input, log);
        StandardRecord left = people.records().get(position(people, first));
        StandardRecord right = people.records().get(position(people, second));
        if (left.key().equals(right.key())) {
            throw new Unusable(WRONG_USAGE, "the two ids are one row; name two");
        }
        OperatingPoint operatingPoint = point.equalsIgnoreCase("safe") ? OperatingPoint.SAFE : OperatingPoint.BALANCED;
        LinkageModel model = modelOption.fitted(given, people.records()).at(operatingPoint);
        print(Reporting.out(spec), model, left, right);
        return DONE;
    }

    private int position(People people, String id) {
        return people.position(id)
                .orElseThrow(() -> new Unusable(
                        FAILED,
                        file + ": has no row with the " + people.idColumn() + " " + id
                                + "; choose the id column with --id"));
    }

    static void print(PrintWriter out, LinkageModel model, StandardRecord left, StandardRecord right) {
        ScoredPair pair = model.score(left, right);
        out.println(String.format(Locale.ROOT, LINE, "comparison", "level", "person", "household"));
        out.println(line("prior", "", model.matchPrior(), model.householdPrior()));
        int person = model.matchPrior();
        int household = model.householdPrior();
        for (Evidence evidence : pair.evidence()) {
            person += evidence.weight();
            household += evidence.householdWeight();
            out.println(line(evidence.comparison(), evidence.level(), evidence.weight(), evidence.householdWeight()));
        }
        out.println(line("sum", "", person, household));
        out.println(String.format(
                Locale.ROOT,
                "match weight   %.3f bits: one person against a household (%.3f) or strangers (0)",
                pair.bits(),
                household / 1000.0));
        out.println(String.format(Locale.ROOT, "probability    %.6f", pair.probability()));
        out.println("decision       " + new Zones(model.thresholds(), Judgements.none()).decide(pair));
        List<String> met = BlockingRules.french().meeting(left, right);
        out.println("meet under     " + (met.isEmpty() ? "no blocking rule" : String.join(", ", met)));
        List<String> others = BlockingRules.french().names().stream()
                .filter(name -> !met.contains(name))
                .toList();
        out.println("not under      " + String.join(", ", others));
        out.flush();
    }

    private static String line(String comparison, String level, int weight, int household) {
        return String.format(
                Locale.ROOT,
                LINE,
                comparison,
                level,
                String.format(Locale.ROOT, "%+.3f", weight / 1000.0),
                String.format(Locale.ROOT, "%+.3f", household / 1000.0));
    }
}
