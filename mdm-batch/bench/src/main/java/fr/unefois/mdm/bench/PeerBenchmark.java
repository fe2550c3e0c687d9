package fr.unefois.mdm.bench;

import fr.unefois.mdm.batch.bench.Benchmark;
import fr.unefois.mdm.batch.bench.Case;
import fr.unefois.mdm.batch.bench.DedupeCase;
import fr.unefois.mdm.batch.bench.Goal;
import fr.unefois.mdm.batch.bench.Quality;
import fr.unefois.mdm.batch.bench.Series;
import fr.unefois.mdm.batch.bench.Setting;
import fr.unefois.mdm.batch.bench.Town;
import fr.unefois.mdm.batch.bench.Unit;
import fr.unefois.mdm.batch.bench.Unmeasured;
import fr.unefois.mdm.batch.dedupe.StandardFile;
import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.standardise.Columns;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** DuckDB as an honest peer: the same blocking passes and a sum of weights in SQL; and as the oracle of the pairs. */
public final class PeerBenchmark implements Benchmark {
    private static final String CLUSTERS = "peer.csv";
    private static final String MISSED = "pairs that only SQL finds";
    private static final String INVENTED = "pairs that only the walk finds";
    private static final double NANOS = 1e9;

    @Override
    public String name() {
        return "peer";
    }

    @Override
    public String measures() {
        return "DuckDB doing the same blocking passes and a plain sum of weights in SQL, beside dedupe; are the pairs the same?";
    }

    @Override
    public String lasts() {
        return "5 to 15 minutes over a million records; --size metropole a minute";
    }

    @Override
    public List<String> goals() {
        return List.of("the walk and SQL find the same pairs, to the last one; the peer's time is for comparison only");
    }

    @Override
    public void run(Setting setting, Consumer<Case> told) {
        try (Town town = Town.of(setting)) {
            told.accept(inSql(setting, town));
            told.accept(DedupeCase.measured(
                    "dedupe, default weights", setting, town, List.of("--no-estimate"), new Series()));
        } catch (SQLException e) {
            throw new Unmeasured("DuckDB failed", e);
        } catch (UnsatisfiedLinkError e) {
            throw new Unmeasured("DuckDB's library does not run on this machine", e);
        }
    }

    private static Case inSql(Setting setting, Town town) throws SQLException {
        setting.progress().accept("reading and standardising for DuckDB");
        Set<String> ignored = town.truth().stream().collect(Collectors.toSet());
        Columns columns = StandardFile.read(town.file(), town.id(), ignored);
        BlockingRules rules = BlockingRules.french();
        Series series = new Series().goal(MISSED, Goal.atMost(0)).goal(INVENTED, Goal.atMost(0));
        try (DuckDb base = DuckDb.open()) {
            PairsInSql pairs = PairsInSql.load(base, rules, columns);
            WeightsInSql weights = WeightsInSql.load(base, columns);
            int[] clusters = {};
            for (int run = 1; run <= setting.runs(); run++) {
                long began = System.nanoTime();
                pairs.find();
                long found = System.nanoTime();
                weights.weigh();
                long weighed = System.nanoTime();
                clusters = weights.clusters();
                long ended = System.nanoTime();
                series.add("  pairs", Unit.SECONDS, (found - began) / NANOS)
                        .add("  weights", Unit.SECONDS, (weighed - found) / NANOS)
                        .add("  clusters", Unit.SECONDS, (ended - weighed) / NANOS)
                        .add(DedupeCase.LINKING, Unit.SECONDS, (ended - began) / NANOS);
                setting.progress()
                        .accept(String.format(
                                Locale.ROOT,
                                "DuckDB, run %d of %d: %.1f s",
                                run,
                                setting.runs(),
                                (ended - began) / NANOS));
            }
            agree(pairs.found(), PairsInSql.met(rules, columns), series);
            if (town.truth().isPresent()) {
                List<String> people =
                        StandardFile.column(town.file(), town.truth().get());
                series.add("recall of blocking", Unit.SHARE, BlockingRecall.of(base, people));
            }
            write(town.folder().resolve(CLUSTERS), town.id(), columns, clusters);
        }
        Quality.add(setting, town, CLUSTERS, series);
        return new Case(
                String.format(Locale.ROOT, "%,d records, DuckDB in this process", columns.size()),
                "./mdm bench peer",
                series.figures(),
                List.of(
                        "it has standardised values and blocking keys, crowded blocks refined, given and loaded: not timed",
                        "its weights are set by hand; it learns nothing, knows no frequencies, weighs no cluster as a whole"));
    }

    private static void agree(long[] inSql, long[] met, Series series) {
        series.add("pairs", Unit.COUNT, inSql.length)
                .add(MISSED, Unit.COUNT, (double) PairsInSql.only(inSql, met))
                .add(INVENTED, Unit.COUNT, (double) PairsInSql.only(met, inSql));
    }

    private static void write(Path file, String id, Columns columns, int[] clusters) {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(id + ",cluster_id\n");
            for (int record = 0; record < clusters.length; record++) {
                writer.write(columns.key(record).id() + "," + clusters[record] + "\n");
            }
        } catch (IOException e) {
            throw new Unmeasured(file + " cannot be written", e);
        }
    }
}
