package fr.unefois.mdm.batch.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** {@code dedupe} over one file, as a user runs it: with a model given, then with weights learned first. */
public final class DedupeBenchmark implements Benchmark {
    private static final String WALL = "wall time";
    private static final String PEAK = "peak memory";
    private static final String PAIRS = "pairs compared a record";
    private static final String GROWTH = "pairs a record, against a million's";
    /** The heap that ten million records have to do with. */
    private static final String HEAP_OF_TEN_MILLION = "5g";

    @Override
    public String name() {
        return "dedupe";
    }

    @Override
    public String measures() {
        return "from a CSV file to clusters, JVM start included: time, memory, and the quality that it is for";
    }

    @Override
    public String lasts() {
        return "10 runs over a million records, 5 to 10 minutes; --size metropole a minute, 10m half an hour";
    }

    @Override
    public List<String> goals() {
        return List.of(
                "1m: ≤ 6 s with a model given, ≤ 9 s with estimation; ≤ 1.2 GB resident; F1 ≥ .990, precision ≥ .993",
                "metropole: ≤ 3 s",
                "10m: ≤ 90 s within a heap of 5 GB; pairs a record at most 1.3 times those of 1m");
    }

    @Override
    public void run(Setting asked, Consumer<Case> told) {
        TownSize size = asked.data().file().isPresent() ? null : asked.data().size();
        Setting setting = size == TownSize.TEN_MILLION ? asked.within(HEAP_OF_TEN_MILLION) : asked;
        Optional<Double> pairsOfMillion =
                size == TownSize.TEN_MILLION ? Optional.of(pairsOfMillion(setting)) : Optional.empty();
        try (Town town = Town.of(setting)) {
            String model = setting.data()
                    .model()
                    .map(file -> file.toAbsolutePath().toString())
                    .orElseGet(() -> estimated(setting, town));
            Series given = new Series();
            Series learned = new Series();
            if (size != null) {
                goals(size, given, learned);
            }
            pairsOfMillion.ifPresent(pairs -> given.goal(GROWTH, Goal.atMost(1.3)));
            told.accept(measured("the model given", setting, town, List.of("--model", model), given, pairsOfMillion));
            told.accept(measured("the model learned first", setting, town, List.of(), learned, Optional.empty()));
        }
    }

    private static void goals(TownSize size, Series given, Series learned) {
        switch (size) {
            case METROPOLE -> {
                given.goal(WALL, Goal.atMost(3));
                learned.goal(WALL, Goal.atMost(3));
            }
            case MILLION -> {
                given.goal(WALL, Goal.atMost(6)).goal(PEAK, Goal.atMost(1.2));
                learned.goal(WALL, Goal.atMost(9));
                for (Series series : List.of(given, learned)) {
                    series.goal("f1", Goal.atLeast(.990)).goal("precision", Goal.atLeast(.993));
                }
            }
            case TEN_MILLION -> given.goal(WALL, Goal.atMost(90));
        }
    }

    /** Of a town of a million, with the default model: weights do not decide who meets whom. */
    private static double pairsOfMillion(Setting setting) {
        try (Town town = Town.generated(setting, TownSize.MILLION)) {
            setting.progress().accept("counting the pairs of a million records");
            return pairs(Child.run(setting.launcher(), town.folder(), words(town, List.of("--no-estimate"))));
        }
    }

    private static String estimated(Setting setting, Town town) {
        setting.progress().accept("estimating the model that is given to the first case");
        List<String> words = new ArrayList<>(List.of("estimate", town.path(), "--id", town.id()));
        town.truth().ifPresent(truth -> words.addAll(List.of("--ignore", truth)));
        words.addAll(List.of("--out", "model.yml"));
        Child.run(setting.launcher(), town.folder(), words);
        return "model.yml";
    }

    private static List<String> words(Town town, List<String> options) {
        List<String> words = new ArrayList<>(List.of("dedupe", town.path(), "--id", town.id()));
        town.truth().ifPresent(truth -> words.addAll(List.of("--ignore", truth)));
        words.addAll(options);
        words.addAll(List.of("--out", "clusters.csv", "--json"));
        return words;
    }

    private static Case measured(
            String what,
            Setting setting,
            Town town,
            List<String> options,
            Series series,
            Optional<Double> pairsOfMillion) {
        List<String> words = words(town, options);
        long records = 0;
        for (int run = 1; run <= setting.runs(); run++) {
            Child child = Child.run(setting.launcher(), town.folder(), words);
            series.add(WALL, Unit.SECONDS, child.seconds()).add("CPU time", Unit.SECONDS, child.cpuSeconds());
            series.addBytes(PEAK, child.peakBytes());
            Told.phases(child).forEach((phase, seconds) -> series.add("  " + phase, Unit.SECONDS, seconds));
            series.add(PAIRS, Unit.RATIO, pairs(child));
            pairsOfMillion.ifPresent(million -> series.add(GROWTH, Unit.RATIO, pairs(child) / million));
            records = number(child, "rows");
            setting.progress()
                    .accept(String.format(
                            Locale.ROOT, "%s, run %d of %d: %.1f s", what, run, setting.runs(), child.seconds()));
        }
        town.truth().ifPresent(truth -> quality(setting, town, truth, series));
        return new Case(
                String.format(Locale.ROOT, "%,d records, %s", records, what),
                Launcher.typed(words),
                series.figures(),
                series.remarks());
    }

    /** Once: the clusters are the same bytes in every run. */
    private static void quality(Setting setting, Town town, String truth, Series series) {
        Child child = Child.run(
                setting.launcher(),
                town.folder(),
                List.of(
                        "evaluate",
                        "clusters.csv",
                        "--truth",
                        town.path(),
                        "--id",
                        town.id(),
                        "--entity",
                        truth,
                        "--json"));
        JsonNode scores = Told.document(child, "f1").orElseThrow(() -> new Unmeasured("evaluate told no F1"));
        for (String score : List.of("f1", "precision", "recall")) {
            series.add(score, Unit.SHARE, scores.path(score).asDouble());
        }
    }

    private static double pairs(Child child) {
        return (double) number(child, "pairsCompared") / Math.max(1, number(child, "rows"));
    }

    private static long number(Child child, String member) {
        return Told.document(child, member)
                .orElseThrow(() -> new Unmeasured("dedupe told no " + member))
                .path(member)
                .asLong();
    }
}
