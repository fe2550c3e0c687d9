package fr.unefois.mdm.bench;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.block.KeyReader;
import fr.unefois.mdm.bulk.BlockingProfile;
import fr.unefois.mdm.bulk.Blocks;
import fr.unefois.mdm.cluster.Copies;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.standardise.Columns;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * The same candidate pairs twice: by a self-join in SQL over the records' blocking keys, and as the bulk walk meets them.
 * Both have the keys from {@code block}, which refines those of crowded blocks; how keys become pairs is each one's own.
 */
final class PairsInSql {
    private static final String FIND = """
            create or replace table pair as
            with block as (
              select key from keys join rules using (rule)
              group by key, most having count(*) between 2 and most)
            select distinct l.record as l, r.record as r
            from block join keys l using (key) join keys r using (key)
            where l.record < r.record""";

    private final DuckDb base;

    private PairsInSql(DuckDb base) {
        this.base = base;
    }

    /** Loads the keys; finds nothing yet. */
    static PairsInSql load(DuckDb base, BlockingRules rules, Columns columns) throws SQLException {
        base.run("create table rules (rule integer, most integer)");
        base.run("create table keys (record integer, rule integer, key bigint)");
        base.fill("rules", row -> {
            for (int rule = 0; rule < rules.names().size(); rule++) {
                row.begin().with(rule).with(rules.limit(rule)).end();
            }
        });
        Copies copies = Copies.of(columns);
        KeyReader keys = rules.withHot(BlockingProfile.of(rules, columns).hot())
                .over(columns)
                .reader();
        base.fill("keys", row -> {
            for (int record = 0; record < columns.size(); record++) {
                int count = copies.isCopy(record) ? 0 : keys.read(record);
                for (int at = 0; at < count; at++) {
                    row.begin()
                            .with(record)
                            .with(keys.rule(at))
                            .with(keys.key(at))
                            .end();
                }
            }
        });
        return new PairsInSql(base);
    }

    /** Finds the pairs; they are then the table {@code pair (l, r)}. */
    void find() throws SQLException {
        base.run(FIND);
    }

    long[] found() throws SQLException {
        return base.pairs("select l, r from pair");
    }

    /** As the walk meets them, in order; without those that stand near each other in a crowded block and share no key. */
    static long[] met(BlockingRules rules, Columns columns) {
        int[] marks = new int[rules.names().size()];
        Arrays.fill(marks, 1);
        Met met = new Met();
        Blocks.of(rules, columns)
                .sample(Scope.LINK_AND_DEDUPE, Long.MAX_VALUE, (left, right) -> 0, marks, (left, right, mark) -> {
                    if (mark != 0) {
                        met.add(DuckDb.pair(left, right));
                    }
                });
        return met.sorted();
    }

    private static final class Met {
        private long[] pairs = new long[1024];
        private int size;

        void add(long pair) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * size);
            }
            pairs[size++] = pair;
        }

        long[] sorted() {
            long[] sorted = Arrays.copyOf(pairs, size);
            Arrays.parallelSort(sorted);
            return sorted;
        }
    }

    /** How many of the sorted numbers the other sorted numbers are without. */
    static long only(long[] these, long[] others) {
        return Arrays.stream(these)
                .filter(one -> Arrays.binarySearch(others, one) < 0)
                .count();
    }
}
