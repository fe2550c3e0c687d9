package fr.unefois.mdm.bulk;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.command.Cores;
import fr.unefois.mdm.standardise.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The blocks that are too large. Keys are first counted roughly, several to a counter; only those whose counter is high
 * are gathered and counted one by one.
 */
final class HotBlocks {
    private static final int MOST_COUNTERS = 1 << 26;
    /** A power of two. */
    private static final int SHARES = 4;

    private final long[] keys;
    private final List<int[]> blocks;

    private HotBlocks(long[] keys, List<int[]> blocks) {
        this.keys = keys;
        this.blocks = blocks;
    }

    /** Their keys, sorted. */
    long[] keys() {
        return keys;
    }

    /** The records of each, in sorted order of what they say. */
    List<int[]> blocks() {
        return blocks;
    }

    static HotBlocks among(KeyRows rows, BlockingRules rules, Columns columns) {
        List<int[]> blocks = new ArrayList<>();
        List<Long> keys = new ArrayList<>();
        for (KeyTable table : crowded(rows, rules.smallestLimit())) {
            for (int start = 0; start < table.size(); start = table.end(start)) {
                int size = table.end(start) - start;
                int rule = size > rules.smallestLimit() ? rows.rule(table.record(start), table.key(start)) : 0;
                if (size > rules.limit(rule)) {
                    keys.add(table.key(start));
                    blocks.add(IntStream.range(start, table.end(start))
                            .map(table::record)
                            .toArray());
                }
            }
        }
        ContentOrder order = new ContentOrder(columns);
        Cores.each(blocks.size(), block -> order.sort(blocks.get(block)));
        return new HotBlocks(keys.stream().mapToLong(Long::longValue).sorted().toArray(), blocks);
    }

    /** Every share of the counters has a thread, so that none waits for another. */
    private static List<KeyTable> crowded(KeyRows rows, int limit) {
        int counters = (int) Math.min(MOST_COUNTERS, Long.highestOneBit(Math.max(1024, rows.size() / 2)));
        return Cores.map(SHARES, share -> crowded(rows, limit, counters, share));
    }

    private static KeyTable crowded(KeyRows rows, int limit, int counters, int share) {
        int[] counts = new int[counters / SHARES];
        for (int piece = 0; piece < rows.pieces(); piece++) {
            for (long key : rows.keys(piece)) {
                int counter = counter(key, counters);
                if (counter % SHARES == share) {
                    counts[counter / SHARES]++;
                }
            }
        }
        KeyTable table = new KeyTable(1024);
        for (int piece = 0; piece < rows.pieces(); piece++) {
            int[] starts = rows.starts(piece);
            long[] keys = rows.keys(piece);
            for (int row = 0; row + 1 < starts.length; row++) {
                for (int i = starts[row]; i < starts[row + 1]; i++) {
                    int counter = counter(keys[i], counters);
                    if (counter % SHARES == share && counts[counter / SHARES] > limit) {
                        table.add(keys[i], KeyRows.first(piece) + row, i);
                    }
                }
            }
        }
        table.sort(0);
        return table;
    }

    /** By the lower bits, which the order of a block does not use. */
    private static int counter(long key, int counters) {
        return (int) key & (counters - 1);
    }
}
