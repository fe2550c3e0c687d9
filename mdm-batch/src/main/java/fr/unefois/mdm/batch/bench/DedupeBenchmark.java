package fr.unefois.mdm.batch.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** {@code dedupe} over one file, as a user runs it: with a model given, then with weights learned first. */
public final class DedupeBenchmark implements Benchmark {
    /** How many times as many pairs a record ten million may give. */
    private static final double GROWTH = 1.3;

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
        Series given = new Series();
        Series learned = new Series();
        if (size != null) {
            goals(setting, size, given, learned);
        }
        try (Town town = Town.of(setting)) {
            String model = setting.data()
                    .model()
                    .map(file -> file.toAbsolutePath().toString())
                    .orElseGet(() -> estimated(setting, town));
            told.accept(DedupeCase.measured("the model given", setting, town, List.of("--model", model), given));
            told.accept(DedupeCase.measured("the model learned first", setting, town, List.of(), learned));
        }
    }

    private static void goals(Setting setting, TownSize size, Series given, Series learned) {
        switch (size) {
            case METROPOLE -> {
                given.goal(DedupeCase.WALL, Goal.atMost(3));
                learned.goal(DedupeCase.WALL, Goal.atMost(3));
            }
            case MILLION -> {
                given.goal(DedupeCase.WALL, Goal.atMost(6));
                learned.goal(DedupeCase.WALL, Goal.atMost(9));
                for (Series series : List.of(given, learned)) {
                    series.goal(DedupeCase.PEAK, Goal.atMost(1.2))
                            .goal("f1", Goal.atLeast(.990))
                            .goal("precision", Goal.atLeast(.993));
                }
            }
            case TEN_MILLION -> {
                given.goal(DedupeCase.WALL, Goal.atMost(90));
                // The given model's file has the crowded blocks frozen, so only the other case is like the million's.
                learned.goal(DedupeCase.PAIRS, Goal.atMost(GROWTH * pairsOfMillion(setting)));
            }
        }
    }

    /** Of a town of a million, with the default model: weights do not decide who meets whom. */
    private static double pairsOfMillion(Setting setting) {
        try (Town town = Town.generated(setting, TownSize.MILLION)) {
            setting.progress().accept("counting the pairs of a million records");
            return DedupeCase.pairs(
                    Child.run(setting.launcher(), town.folder(), DedupeCase.words(town, List.of("--no-estimate"))));
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
}
