package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.batch.dedupe.file.Table;
import fr.unefois.mdm.command.Command;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores clusters against a truth. */
@CommandLine.Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Scores clusters against the truth: pairs, B-cubed, exact clusters, false merges.")
public final class EvaluateCommand implements Command {
    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "CLUSTERS", description = "A file with the id column and cluster_id.")
    Path clusters = Path.of("");

    @Option(
            names = "--truth",
            required = true,
            paramLabel = "FILE",
            description = "A file with the id column and the entity column; the input itself will do.")
    Path truth = Path.of("");

    @Option(names = "--id", paramLabel = "COLUMN", description = "The id column (default: ${DEFAULT-VALUE}).")
    String id = "id";

    @Option(names = "--entity", paramLabel = "COLUMN", description = "The entity column (default: ${DEFAULT-VALUE}).")
    String entity = "entity_id";

    @Option(names = "--json", description = "One JSON object.")
    boolean json;

    @Override
    public Integer call() {
        return Reporting.run(spec, this::evaluate);
    }

    private int evaluate(PrintWriter log) {
        Map<String, String> found = column(clusters, "cluster_id");
        Map<String, String> real = column(truth, entity);
        List<String> missing =
                real.keySet().stream().filter(key -> !found.containsKey(key)).toList();
        if (!missing.isEmpty() || found.size() != real.size()) {
            throw new Unusable(
                    FAILED,
                    clusters + " and " + truth + " differ in records: " + missing.size() + " of the truth are missing, "
                            + found.size() + " against " + real.size());
        }
        List<String> entities = new ArrayList<>(real.values());
        List<String> clusterIds = new ArrayList<>();
        real.keySet().forEach(key -> clusterIds.add(found.getOrDefault(key, "")));
        Map<String, String> figures = figures(Evaluation.of(entities, clusterIds));
        PrintWriter out = Reporting.out(spec);
        out.println(
                json
                        ? figures.entrySet().stream()
                                .map(figure -> '"' + figure.getKey() + "\": " + figure.getValue())
                                .collect(Collectors.joining(", ", "{", "}"))
                        : figures.entrySet().stream()
                                .map(figure ->
                                        String.format(Locale.ROOT, "%-26s %s", figure.getKey(), figure.getValue()))
                                .collect(Collectors.joining("\n")));
        out.flush();
        return DONE;
    }

    private Map<String, String> column(Path path, String name) {
        Table table = Table.of(path);
        int key = index(table, id, "--id");
        int value = index(table, name, name.equals(entity) ? "--entity" : "written by dedupe");
        Map<String, String> values = new LinkedHashMap<>();
        table.rows((row, line) -> {
            if (values.put(row[key], row[value]) != null) {
                throw new Unusable(
                        FAILED, path + ":" + line + ": the id of this row is another row's already; choose --id");
            }
        });
        return values;
    }

    private static int index(Table table, String name, String option) {
        int at = table.header().indexOf(name);
        if (at < 0) {
            throw new Unusable(
                    WRONG_USAGE,
                    table.path() + ": has no column `" + name + "` (" + option + "); it has "
                            + String.join(", ", table.header()));
        }
        return at;
    }

    private static Map<String, String> figures(Evaluation evaluation) {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("records", Integer.toString(evaluation.records()));
        figures.put("entities", Integer.toString(evaluation.entities()));
        figures.put("clusters", Integer.toString(evaluation.clusters()));
        figures.put("true_pairs", Long.toString(evaluation.truePairs()));
        figures.put("found_pairs", Long.toString(evaluation.foundPairs()));
        figures.put("precision", rounded(evaluation.precision()));
        figures.put("recall", rounded(evaluation.recall()));
        figures.put("f1", rounded(evaluation.f1()));
        figures.put("b3_precision", rounded(evaluation.b3Precision()));
        figures.put("b3_recall", rounded(evaluation.b3Recall()));
        figures.put("b3_f1", rounded(evaluation.b3F1()));
        figures.put("exact_entities", rounded(evaluation.exactShare()));
        figures.put("false_merges_per_10000", rounded(evaluation.falseMergesPer10000()));
        return figures;
    }

    private static String rounded(double figure) {
        return String.format(Locale.ROOT, "%.5f", figure);
    }
}
