package fr.unefois.mdm.bulk;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The blocks of many records. A block that is too large is refined by one more field; its records, and those of a
 * refined block that is still too large, are besides compared with their neighbours in sorted order, so that none is
 * dropped for lack of the field.
 */
final class Candidates {
    private final long[][] keys;
    private final KeyTable table;
    private final List<int[]> sortedBlocks;
    private final int hotBlocks;
    private final BitSet keyed;

    private Candidates(long[][] keys, KeyTable table, List<int[]> sortedBlocks, int hotBlocks, BitSet keyed) {
        this.keyed = keyed;
        this.keys = keys;
        this.table = table;
        this.sortedBlocks = sortedBlocks;
        this.hotBlocks = hotBlocks;
    }

    static Candidates of(BlockingRules rules, List<StandardRecord> records) {
        List<int[]> sortedBlocks = new ArrayList<>();
        long[][] keys = keys(rules, records);
        BitSet keyed = new BitSet();
        for (int i = 0; i < keys.length; i++) {
            keyed.set(i, keys[i].length > 0);
        }
        KeyTable table = table(keys);
        long[] hot = takeHot(table, rules, records, sortedBlocks);
        if (hot.length > 0) {
            BlockingRules refined = rules.withHot(hot);
            keys = keys(refined, records);
            table = table(keys);
            // What is still too large was told to have no finer key.
            long[] still = takeHot(table, refined, records, sortedBlocks);
            keys = without(still, keys);
            table = still.length > 0 ? table(keys) : table;
        }
        return new Candidates(keys, table, sortedBlocks, hot.length, keyed);
    }

    private static long[][] keys(BlockingRules rules, List<StandardRecord> records) {
        long[][] keys = new long[records.size()][];
        IntStream.range(0, keys.length).parallel().forEach(i -> keys[i] = rules.keys(records.get(i)));
        return keys;
    }

    private static KeyTable table(long[][] keys) {
        KeyTable table =
                new KeyTable(Arrays.stream(keys).mapToInt(list -> list.length).sum());
        for (int i = 0; i < keys.length; i++) {
            for (long key : keys[i]) {
                table.add(key, i);
            }
        }
        table.sort();
        return table;
    }

    private static long[] takeHot(
            KeyTable table, BlockingRules rules, List<StandardRecord> records, List<int[]> sortedBlocks) {
        List<Long> hot = new ArrayList<>();
        for (int start = 0; start < table.size(); start = table.end(start)) {
            int end = table.end(start);
            if (end - start > rules.smallestLimit()
                    && end - start > rules.limit(table.key(start), records.get(table.record(start)))) {
                hot.add(table.key(start));
                sortedBlocks.add(IntStream.range(start, end)
                        .map(table::record)
                        .boxed()
                        .sorted((a, b) -> ContentOrder.compare(records.get(a), records.get(b)))
                        .mapToInt(Integer::intValue)
                        .toArray());
            }
        }
        return hot.stream().mapToLong(Long::longValue).toArray();
    }

    private static long[][] without(long[] hot, long[][] keys) {
        return Arrays.stream(keys)
                .parallel()
                .map(list -> Arrays.stream(list)
                        .filter(key -> Arrays.binarySearch(hot, key) < 0)
                        .toArray())
                .toArray(long[][]::new);
    }

    KeyTable table() {
        return table;
    }

    /** Blocks that were too large, each in sorted order of what its records say. */
    List<int[]> sortedBlocks() {
        return sortedBlocks;
    }

    int hotBlocks() {
        return hotBlocks;
    }

    /** Whether the record says enough to be compared with another, should there be one like it. */
    boolean hasKeys(int record) {
        return keyed.get(record);
    }

    /** Whether {@code key} is the first that the two records share: there, and only there, the pair is scored. */
    boolean meetFirst(long key, int left, int right) {
        return firstShared(left, right) == key;
    }

    /** Whether the two records share a key at all. */
    boolean meet(int left, int right) {
        long[] ours = keys[left];
        return ours.length > 0 && firstShared(left, right) != NONE;
    }

    private static final long NONE = Long.MIN_VALUE;

    private long firstShared(int left, int right) {
        long[] ours = keys[left];
        long[] theirs = keys[right];
        int i = 0;
        int j = 0;
        while (i < ours.length && j < theirs.length) {
            if (ours[i] == theirs[j]) {
                return ours[i];
            }
            if (ours[i] < theirs[j]) {
                i++;
            } else {
                j++;
            }
        }
        return NONE;
    }
}
