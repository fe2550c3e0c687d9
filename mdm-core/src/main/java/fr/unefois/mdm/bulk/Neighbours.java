package fr.unefois.mdm.bulk;

import java.util.Arrays;
import java.util.List;

/**
 * Pairs of neighbours in blocks that are too large, which are compared along their sorted order so that no record is
 * dropped for lack of the refining field.
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

    static Neighbours of(List<int[]> blocks, int records) {
        long count = 0;
        for (int[] block : blocks) {
            count += (long) block.length * REACH;
        }
        long[] pairs = new long[Math.toIntExact(count)];
        int size = 0;
        for (int[] block : blocks) {
            for (int i = 0; i < block.length; i++) {
                for (int j = i + 1; j < Math.min(block.length, i + 1 + REACH); j++) {
                    long left = Math.min(block[i], block[j]);
                    pairs[size++] = (left << 32) | Math.max(block[i], block[j]);
                }
            }
        }
        Arrays.parallelSort(pairs, 0, size);
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
