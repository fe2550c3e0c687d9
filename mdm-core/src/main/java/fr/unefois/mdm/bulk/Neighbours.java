package fr.unefois.mdm.bulk;

import fr.unefois.mdm.block.KeyReader;
import fr.unefois.mdm.block.KeyedColumns;
import fr.unefois.mdm.block.LongSet;
import fr.unefois.mdm.command.Cores;
import fr.unefois.mdm.standardise.Columns;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;

/**
 * Pairs of neighbours in blocks that are too large, which are compared along their sorted order so that no record is
 * dropped for lack of the refining field. Two that have it meet where they share it.
 */
final class Neighbours {
    /** On each side. With 10 most of the edges that neighbours gave were false, and components grew by them. */
    private static final int REACH = 3;

    private final int[] starts;
    private final int[] rights;
    private final int[] ends;
    private final int[] lefts;

    private Neighbours(int[] starts, int[] rights) {
        this.starts = starts;
        this.rights = rights;
        this.ends = new int[starts.length];
        this.lefts = new int[rights.length];
        turn();
    }

    /** The same pairs by their right records. */
    private void turn() {
        for (int right : rights) {
            ends[right + 1]++;
        }
        for (int record = 1; record < ends.length; record++) {
            ends[record] += ends[record - 1];
        }
        int[] next = ends.clone();
        for (int left = 0; left + 1 < starts.length; left++) {
            for (int at = starts[left]; at < starts[left + 1]; at++) {
                lefts[next[rights[at]]++] = left;
            }
        }
    }

    static Neighbours none(int records) {
        return of(new long[0], records);
    }

    /**
     * @param columns in which the blocks' records stand
     * @param dropped finer keys that no record has
     */
    static Neighbours of(List<HotBlocks.Block> blocks, Columns columns, KeyedColumns keyed, LongSet dropped) {
        ContentOrder order = new ContentOrder(columns);
        ThreadLocal<KeyReader> readers = ThreadLocal.withInitial(keyed::reader);
        List<long[]> found = Cores.map(
                blocks, block -> pairs(block, order, record -> block.hasFiner(readers.get(), record, dropped)));
        return of(found.stream().flatMapToLong(Arrays::stream).toArray(), columns.size());
    }

    /** Those of which one at least has nowhere else to meet the other. */
    private static long[] pairs(HotBlocks.Block block, ContentOrder order, IntPredicate hasFiner) {
        int[] records = order.sorted(block.records());
        boolean[] elsewhere = new boolean[records.length];
        for (int i = 0; i < records.length; i++) {
            elsewhere[i] = hasFiner.test(records[i]);
        }
        LongStream.Builder pairs = LongStream.builder();
        for (int i = 0; i < records.length; i++) {
            for (int j = i + 1; j < Math.min(records.length, i + 1 + REACH); j++) {
                if (!elsewhere[i] || !elsewhere[j]) {
                    long left = Math.min(records[i], records[j]);
                    pairs.add((left << 32) | Math.max(records[i], records[j]));
                }
            }
        }
        return pairs.build().toArray();
    }

    private static Neighbours of(long[] pairs, int records) {
        int size = pairs.length;
        Arrays.parallelSort(pairs);
        int[] starts = new int[records + 1];
        int[] rights = new int[size];
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || pairs[i] != pairs[i - 1]) {
                rights[distinct++] = (int) pairs[i];
                starts[(int) (pairs[i] >>> 32) + 1]++;
            }
        }
        for (int record = 0; record < records; record++) {
            starts[record + 1] += starts[record];
        }
        return new Neighbours(starts, Arrays.copyOf(rights, distinct));
    }

    /** Where the record's neighbours of greater position begin. */
    int start(int record) {
        return starts[record];
    }

    int right(int at) {
        return rights[at];
    }

    /** Where the record's neighbours of smaller position begin. */
    int leftStart(int record) {
        return ends[record];
    }

    int left(int at) {
        return lefts[at];
    }
}
