package fr.unefois.mdm.bulk;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.block.KeyReader;
import fr.unefois.mdm.block.LongSet;
import fr.unefois.mdm.command.Cores;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The blocks that are too large. Keys are first counted roughly, several to a counter; only those whose counter is high
 * are gathered and counted one by one.
 */
final class HotBlocks {
    /** One of a base of ten million counts three keys. */
    private static final int MOST_COUNTERS = 1 << 26;

    private static final int SHARES = 4;

    private final long[] keys;
    private final List<Block> blocks;

    private HotBlocks(long[] keys, List<Block> blocks) {
        this.keys = keys;
        this.blocks = blocks;
    }

    /** Records that share a key. */
    static final class Block {
        private final long key;
        private final byte rule;
        private final int[] records;

        private Block(long key, byte rule, int[] records) {
            this.key = key;
            this.rule = rule;
            this.records = records;
        }

        int[] records() {
            return records;
        }

        /** Whether the record has a finer key instead, and one that is none of these. */
        boolean hasFiner(KeyReader reader, int record, LongSet dropped) {
            for (int at = reader.finer(record, rule, key); at > 0; at--) {
                if (!dropped.contains(reader.key(at - 1))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Their keys, sorted. */
    long[] keys() {
        return keys;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** @param times how many times a rule's limit a block may hold */
    static HotBlocks among(KeyRows rows, BlockingRules rules, int times) {
        List<Block> blocks = new ArrayList<>();
        List<Long> keys = new ArrayList<>();
        int smallest = (int) Math.min(Integer.MAX_VALUE, (long) rules.smallestLimit() * times);
        KeyTable table = crowded(rows, smallest);
        for (int start = 0; start < table.size(); start = table.end(start)) {
            int size = table.end(start) - start;
            byte rule = size > smallest ? rows.rule(table.record(start), table.key(start)) : 0;
            if (size > (long) rules.limit(KeyReader.rule(rule)) * times) {
                keys.add(table.key(start));
                blocks.add(new Block(
                        table.key(start),
                        rule,
                        IntStream.range(start, table.end(start))
                                .map(table::record)
                                .toArray()));
            }
        }
        return new HotBlocks(keys.stream().mapToLong(Long::longValue).sorted().toArray(), blocks);
    }

    /** Counts in shares of the rows, so that no thread waits for another, then gathers what all of them count too often. */
    private static KeyTable crowded(KeyRows rows, int limit) {
        int counters = (int) Math.min(MOST_COUNTERS, Long.highestOneBit(Math.max(1024, rows.size() / 4)));
        byte[] counts = sum(Cores.map(SHARES, share -> counted(rows, share, counters)));
        List<KeyTable> shares = Cores.map(SHARES, share -> crowded(rows, limit, counts, share));
        KeyTable all = new KeyTable(shares.stream().mapToInt(KeyTable::size).sum());
        shares.forEach(all::addAll);
        all.sort();
        return all;
    }

    private static byte[] counted(KeyRows rows, int share, int counters) {
        byte[] counts = new byte[counters];
        for (int piece = first(rows, share); piece < first(rows, share + 1); piece++) {
            for (long key : rows.keys(piece)) {
                int counter = counter(key, counters);
                if (counts[counter] < Byte.MAX_VALUE) {
                    counts[counter]++;
                }
            }
        }
        return counts;
    }

    private static KeyTable crowded(KeyRows rows, int limit, byte[] counts, int share) {
        // A counter that stands still counts for more than any limit.
        int most = Math.min(limit, Byte.MAX_VALUE - 1);
        KeyTable table = new KeyTable(1024);
        for (int piece = first(rows, share); piece < first(rows, share + 1); piece++) {
            int[] starts = rows.starts(piece);
            long[] keys = rows.keys(piece);
            for (int row = 0; row + 1 < starts.length; row++) {
                for (int i = starts[row]; i < starts[row + 1]; i++) {
                    if (counts[counter(keys[i], counts.length)] > most) {
                        table.add(keys[i], KeyRows.first(piece) + row, i);
                    }
                }
            }
        }
        return table;
    }

    private static byte[] sum(List<byte[]> shares) {
        byte[] sum = shares.get(0);
        for (byte[] share : shares.subList(1, shares.size())) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] = (byte) Math.min(Byte.MAX_VALUE, sum[i] + share[i]);
            }
        }
        return sum;
    }

    private static int first(KeyRows rows, int share) {
        return (int) ((long) rows.pieces() * share / SHARES);
    }

    /** By the lower bits, which the order of a block does not use. */
    private static int counter(long key, int counters) {
        return (int) key & (counters - 1);
    }
}
