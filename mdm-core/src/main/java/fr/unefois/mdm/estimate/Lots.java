package fr.unefois.mdm.estimate;

import fr.unefois.mdm.standardise.Columns;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A lot for every record, drawn from its key: what is sampled by lot, and the order of lots, are the same whatever the
 * order of the records.
 */
final class Lots {
    private final long[] lots;

    Lots(Columns columns) {
        lots = columns.positions()
                .parallel()
                .mapToLong(record -> mixed(hash(columns.key(record).source(), 17)
                        ^ hash(columns.key(record).id(), 31)))
                .toArray();
    }

    private static long hash(String text, long seed) {
        long h = seed;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x100000001b3L;
        }
        return mixed(h);
    }

    private static long mixed(long hash) {
        long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }

    long of(int record) {
        return lots[record];
    }

    /** The lot of a pair, the same either way round. */
    long of(int left, int right) {
        return mixed(lots[left] + lots[right]);
    }

    /** All records in the order of their lots. */
    int[] order() {
        return inOrder(lots.length, i -> lots[i]);
    }

    /** The pairs in the order of their lots. */
    PairList inOrder(PairList pairs) {
        PairList sorted = new PairList();
        for (int pair : inOrder(pairs.size(), i -> of(pairs.left(i), pairs.right(i)))) {
            sorted.add(pairs.left(pair), pairs.right(pair), pairs.mark(pair));
        }
        return sorted;
    }

    private interface Lot {
        long of(int at);
    }

    private static int[] inOrder(int size, Lot lot) {
        return IntStream.range(0, size)
                .boxed()
                .parallel()
                .sorted(Comparator.comparingLong(lot::of))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
