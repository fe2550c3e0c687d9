package fr.unefois.mdm.batch.bench;

import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.store.Database;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.Models;
import fr.unefois.mdm.store.PostgresBase;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** One record at a time into a base that holds a town, each durable and resolved before the next. */
public final class UpsertBenchmark implements Benchmark {
    private static final String RATE = "upserts a second";
    private static final String SLOWEST = "99th percentile";
    private static final int CONNECTIONS = 8;
    private static final int UPSERTS = 20_000;

    @Override
    public String name() {
        return "upsert";
    }

    @Override
    public String measures() {
        return "single records into a base that holds a town: half corrected, half new copies of citizens it knows";
    }

    @Override
    public String lasts() {
        return "a pull of a million records, and 5 times " + UPSERTS + " upserts; --size metropole some minutes";
    }

    @Override
    public List<String> goals() {
        return List.of("1m: ≥ 600/s (aim 1,200), 99 % within 50 ms, committed to disk");
    }

    @Override
    public void run(Setting setting, Consumer<Case> told) {
        try (FilledBase base = FilledBase.of(setting, name())) {
            told.accept(measured(setting, base));
        }
    }

    private static Case measured(Setting setting, FilledBase filled) {
        List<SourceKey> keys = filled.keys();
        Series series = new Series();
        if (setting.data().size() == TownSize.MILLION) {
            series.goal(RATE, Goal.atLeast(600)).goal(SLOWEST, Goal.atMost(50));
        }
        try (Database database =
                Database.open(DatabaseSettings.embedded(filled.home()).withConnections(CONNECTIONS + 2))) {
            PostgresBase base = new PostgresBase(database.dataSource());
            Models models =
                    Models.open(database.dataSource(), filled.sources().walk(), Walk.modelText(filled.config()));
            Upserts upserts = new Upserts(base, new Arrivals(base, models), CONNECTIONS);
            int each = Math.min(UPSERTS, keys.size() / (setting.runs() + 1));
            upserts.run(keys.subList(0, each)); // until Java and PostgreSQL have warmed up
            for (int run = 1; run <= setting.runs(); run++) {
                Upserts.Timed timed = upserts.run(keys.subList(run * each, (run + 1) * each));
                double[] sorted =
                        timed.millis().stream().mapToDouble(one -> one).sorted().toArray();
                series.add(RATE, Unit.PER_SECOND, sorted.length / timed.seconds())
                        .add("median", Unit.MILLISECONDS, at(sorted, 0.5))
                        .add(SLOWEST, Unit.MILLISECONDS, at(sorted, 0.99))
                        .add("slowest", Unit.MILLISECONDS, at(sorted, 1));
                setting.progress().accept(String.format(Locale.ROOT, "upsert, run %d of %d", run, setting.runs()));
            }
            return new Case(
                    String.format(
                            Locale.ROOT,
                            "%,d upserts on %d connections, %,d records stored",
                            each,
                            CONNECTIONS,
                            keys.size()),
                    "through the Java API, in one process with the embedded PostgreSQL on the same machine",
                    series.figures(),
                    List.of("durable: fsync and synchronous_commit as PostgreSQL ships them"));
        }
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    }
}
