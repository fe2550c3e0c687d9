package fr.unefois.mdm.cluster;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.block.KeyReader;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.standardise.Columns;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The pairs of a large component that share a blocking key. A quarter of a million records have millions of keys, so they
 * are kept in arrays, and what a single record has is left out before blocks are made.
 */
final class Blocked {
    /** A block of many equals hangs together by its neighbours: about so many pairs are scored of each. */
    private static final int PAIRS_OF_A_BLOCK = 100_000;

    private final Columns columns;
    private final Scope scope;
    /** Those of record i from {@code starts[i]} up to {@code starts[i + 1]}. */
    private long[] keys;

    private final int[] starts;

    Blocked(BlockingRules rules, Columns columns, Scope scope) {
        this.columns = columns;
        this.scope = scope;
        this.keys = new long[columns.size() * 20];
        this.starts = new int[columns.size() + 1];
        KeyReader reader = rules.over(columns).reader();
        for (int record = 0; record < columns.size(); record++) {
            int count = reader.read(record);
            int start = starts[record];
            if (start + count > keys.length) {
                keys = Arrays.copyOf(keys, start + count + keys.length / 2);
            }
            for (int at = 0; at < count; at++) {
                keys[start + at] = reader.key(at);
            }
            starts[record + 1] = start + count;
        }
    }

    /** The left position in the upper half, the right one in the lower; sorted, a pair as often as it meets. */
    long[] pairs() {
        long[] sorted = Arrays.copyOf(keys, starts[columns.size()]);
        Arrays.parallelSort(sorted);
        int[] ends = new int[sorted.length / 2];
        int blocks = 0;
        int size = 0;
        for (int from = 0, to; from < sorted.length; from = to) {
            to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            if (to - from > 1) {
                sorted[blocks] = sorted[from];
                ends[blocks++] = size;
                size += to - from;
            }
        }
        int[] members = members(sorted, blocks, ends, size);
        LongStream.Builder pairs = LongStream.builder();
        for (int block = 0; block < blocks; block++) {
            addPairs(members, block == 0 ? 0 : ends[block - 1], ends[block], pairs);
        }
        long[] all = pairs.build().toArray();
        Arrays.parallelSort(all);
        return all;
    }

    /** @param ends by block where it begins among the members; afterwards where it ends */
    private int[] members(long[] shared, int blocks, int[] ends, int size) {
        int[] members = new int[size];
        for (int record = 0; record < columns.size(); record++) {
            for (int at = starts[record]; at < starts[record + 1]; at++) {
                int block = Arrays.binarySearch(shared, 0, blocks, keys[at]);
                if (block >= 0) {
                    members[ends[block]++] = record;
                }
            }
        }
        return members;
    }

    private void addPairs(int[] members, int from, int to, LongStream.Builder pairs) {
        int neighbours = Math.max(20, PAIRS_OF_A_BLOCK / (to - from));
        for (int i = from; i < to; i++) {
            for (int j = i + 1; j < Math.min(to, i + 1 + neighbours); j++) {
                if (scope == Scope.LINK_AND_DEDUPE || scope.allows(columns.key(members[i]), columns.key(members[j]))) {
                    pairs.add((long) members[i] << 32 | members[j]);
                }
            }
        }
    }
}
