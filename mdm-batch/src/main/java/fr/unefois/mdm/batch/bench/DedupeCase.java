package fr.unefois.mdm.batch.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code dedupe} over a town's one file, run after run. */
public final class DedupeCase {
    static final String WALL = "wall time";
    static final String PEAK = "peak memory";
    static final String PAIRS = "pairs compared a record";
    /** From standardised values to clusters: what a peer can be asked to do as well. */
    public static final String LINKING = "block to clusters";

    private static final List<String> LINKING_PHASES = List.of("block", "compare", "cluster");
    private static final String CLUSTERS = "clusters.csv";

    private DedupeCase() {}

    static List<String> words(Town town, List<String> options) {
        List<String> words = new ArrayList<>(List.of("dedupe", town.path(), "--id", town.id()));
        town.truth().ifPresent(truth -> words.addAll(List.of("--ignore", truth)));
        words.addAll(options);
        words.addAll(List.of("--out", CLUSTERS, "--json"));
        return words;
    }

    /** @param options of {@code dedupe}, beside those that name the file and what it writes */
    public static Case measured(String what, Setting setting, Town town, List<String> options, Series series) {
        List<String> words = words(town, options);
        long records = 0;
        for (int run = 1; run <= setting.runs(); run++) {
            Child child = Child.run(setting.launcher(), town.folder(), words);
            series.add(WALL, Unit.SECONDS, child.seconds()).add("CPU time", Unit.SECONDS, child.cpuSeconds());
            series.addBytes(PEAK, child.peakBytes());
            Map<String, Double> phases = Told.phases(child);
            phases.forEach((phase, seconds) -> series.add("  " + phase, Unit.SECONDS, seconds));
            series.add(
                    LINKING,
                    Unit.SECONDS,
                    LINKING_PHASES.stream()
                            .mapToDouble(phase -> phases.getOrDefault(phase, 0.0))
                            .sum());
            series.add(PAIRS, Unit.RATIO, pairs(child));
            records = number(child, "rows");
            setting.progress()
                    .accept(String.format(
                            Locale.ROOT, "%s, run %d of %d: %.1f s", what, run, setting.runs(), child.seconds()));
        }
        Quality.add(setting, town, CLUSTERS, series);
        return new Case(
                String.format(Locale.ROOT, "%,d records, %s", records, what),
                Launcher.typed(words),
                series.figures(),
                series.remarks());
    }

    /** How many pairs were compared, a record. */
    static double pairs(Child child) {
        return (double) number(child, "pairsCompared") / Math.max(1, number(child, "rows"));
    }

    private static long number(Child child, String member) {
        return Told.document(child, member)
                .orElseThrow(() -> new Unmeasured("dedupe told no " + member))
                .path(member)
                .asLong();
    }
}
