package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.batch.JsonLine;
import fr.unefois.mdm.batch.Terminal;
import fr.unefois.mdm.cluster.Linkage;
import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.command.Phase;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.OperatingPoint;
import fr.unefois.mdm.decide.Scope;
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

/** The engine alone over files, no database. */
@CommandLine.Command(
        name = "dedupe",
        mixinStandardHelpOptions = true,
        description = "Links the people in CSV or Parquet files and writes a cluster per person; needs no database.")
public final class DedupeCommand implements Command {
    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "CSV (also gzipped) or Parquet files; several are linked together.")
    List<Path> files = List.of();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where the clusters go: the id column, source, cluster_id.")
    @Nullable
    Path out;

    @Option(names = "--pairs", paramLabel = "FILE", description = "Where the matching and doubtful pairs go.")
    @Nullable
    Path pairs;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Where a page goes that shows the data, the weights, the clusters, and what to review.")
    @Nullable
    Path page;

    @Option(names = "--lang", paramLabel = "LANG", description = "The report's language: en (default) or fr.")
    String language = "en";

    @Option(
            names = "--threshold",
            paramLabel = "BITS",
            description = "Link from this match weight on, instead of the operating point's.")
    @Nullable
    Double threshold;

    @Option(
            names = "--operating-point",
            paramLabel = "POINT",
            description = "balanced: best F1 (default); safe: what the service uses, the doubt goes to review.")
    String point = "balanced";

    @Option(
            names = "--link-type",
            paramLabel = "TYPE",
            description =
                    "link_and_dedupe (default), link_only: never two of one source, dedupe_only: never two sources.")
    String linkType = "link_and_dedupe";

    @Option(names = "--linkage", hidden = true, description = "likelihood or average: the baseline of the ablation.")
    String linkage = "likelihood";

    @Option(names = "--json", description = "One JSON document on stdout, progress as JSON lines on stderr.")
    boolean json;

    @Mixin
    InputOptions input = new InputOptions();

    @Mixin
    ModelOption modelOption = new ModelOption();

    @Override
    public Integer call() {
        return Reporting.run(spec, this::link);
    }

    private int link(PrintWriter log) {
        Path clustersFile = out;
        if (clustersFile == null) {
            throw new Unusable(WRONG_USAGE, "--out FILE is missing");
        }
        OperatingPoint operatingPoint = constant(OperatingPoint.class, "--operating-point", point);
        Scope scope = constant(Scope.class, "--link-type", linkType);
        Linkage how = constant(Linkage.class, "--linkage", linkage);
        Words words = Words.of(language);
        LinkageModel given = modelOption.read();
        Progress progress = Terminal.progress(json, log);
        People people = People.read(files, input.choices(), progress);
        if (!json) {
            people.understood().print(log);
        }
        ModelOption.Fitted fitted = modelOption.fitted(given, people, scope, progress);
        LinkageModel model = fitted.model().at(operatingPoint);
        if (threshold != null) {
            model = model.withMatchThreshold((int) Math.round(1000 * threshold));
        }
        Linked linked = Linked.of(fitted.blocks(), model, how, scope, progress);
        Outputs.clusters(clustersFile, people, linked, progress);
        if (pairs != null) {
            Outputs.pairs(pairs, people, linked, model, progress);
        }
        if (page != null) {
            try (Phase phase = Phase.begin(progress, "report", 2)) {
                ReportFacts facts = ReportFacts.of(people, linked, model, model.rules());
                phase.advance(1);
                ReportPage.write(page, facts, words);
                phase.advance(1);
            }
        }
        if (json) {
            PrintWriter document = Reporting.out(spec);
            document.println(json(people, linked, model));
            document.flush();
        } else {
            report(log, people, linked, model);
        }
        return DONE;
    }

    /** What was understood, and what came of it. */
    private static JsonLine json(People people, Linked linked, LinkageModel model) {
        return people.understood()
                .json()
                .with("clusters", linked.clusters())
                .with("pairsCompared", linked.walk().candidatePairs())
                .with("blocksRefined", linked.walk().hotBlocks())
                .with("rowsCopied", linked.walk().copies())
                .with("rowsWithoutKey", linked.walk().unkeyed())
                .with("componentsCut", linked.cut())
                .with("largestComponent", linked.largestComponent())
                .with("largestCluster", linked.largestCluster())
                .with("doubtfulPairs", linked.doubtful().size())
                .with("thresholdMillibits", model.thresholds().match())
                .with("model", model.version());
    }

    private static void report(PrintWriter log, People people, Linked linked, LinkageModel model) {
        int records = Math.max(1, people.size());
        if (linked.walk().unkeyed() > 0) {
            log.println(linked.walk().unkeyed() + " rows say too little to be compared with any other");
        }
        if (linked.walk().copies() > 0) {
            log.println(linked.walk().copies()
                    + " rows say exactly what another row of their source says, and were compared by it");
        }
        if (linked.cut() > 0) {
            log.println(String.format(
                    Locale.ROOT,
                    "%d components were too large to compare every two of their rows and were cut; the largest has %d rows",
                    linked.cut(),
                    linked.largestComponent()));
        }
        log.println(String.format(
                Locale.ROOT,
                "%d records in %d clusters, the largest of %d; %d pairs compared (%.1f a record), %d blocks refined; %d doubtful pairs "
                        + "(%.1f per 1,000 records); linked from %.1f bits, model %s",
                people.size(),
                linked.clusters(),
                linked.largestCluster(),
                linked.walk().candidatePairs(),
                (double) linked.walk().candidatePairs() / records,
                linked.walk().hotBlocks(),
                linked.doubtful().size(),
                1000.0 * linked.doubtful().size() / records,
                model.thresholds().match() / 1000.0,
                model.version()));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String option, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw new Unusable(
                WRONG_USAGE,
                option + " " + text + ": is none of "
                        + String.join(
                                ", ",
                                java.util.Arrays.stream(type.getEnumConstants())
                                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                        .toList()));
    }
}
