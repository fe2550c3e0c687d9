package fr.unefois.mdm.batch.dedupe.column;

import java.util.Arrays;

/**
 * How often each value of a column occurs, in bounded memory: where there are more different values than it holds, only
 * those are counted whose hash begins with so many zeros that they fit. Which they are does not depend on the order of
 * the rows, and each of them is counted whole, so shares stay true. Values are kept as 64-bit hashes only.
 */
final class Tally {
    static final int MOST = 1 << 17;

    private long[] hashes = new long[1 << 10];
    private int[] counts = new int[1 << 10];
    /** Of the first row with the value: what else is known of the person. */
    private long[] persons = new long[1 << 10];

    private int size;
    private int zeros;
    private long met;
    private long alike;

    /**
     * @param hash of the value, well mixed
     * @param person four hashes of 16 bits of what else the row tells; 0 for what it does not
     */
    void add(long hash, long person) {
        add(hash, 1, person);
    }

    private void add(long value, int count, long person) {
        long hash = value == 0 ? 1 : value;
        if (Long.numberOfLeadingZeros(hash) < zeros) {
            return;
        }
        int slot = slot(hash);
        if (hashes[slot] == hash) {
            if (counts[slot] == 1 && count == 1 && person != 0 && persons[slot] != 0) {
                met++;
                alike += alike(persons[slot], person) ? 1 : 0;
            }
            counts[slot] += count;
            return;
        }
        hashes[slot] = hash;
        counts[slot] = count;
        persons[slot] = person;
        if (++size * 2 > hashes.length) {
            grow();
        }
    }

    void add(Tally other) {
        while (zeros < other.zeros) {
            zeros++;
            rehash(hashes.length);
        }
        for (int i = 0; i < other.hashes.length; i++) {
            if (other.counts[i] > 0) {
                add(other.hashes[i], other.counts[i], other.persons[i]);
            }
        }
        met += other.met;
        alike += other.alike;
    }

    /** Different values, estimated where they are too many to count. */
    long distinct() {
        return (long) size << zeros;
    }

    /** Rows that are counted here: all, or those of the values that fit. */
    long rows() {
        return Arrays.stream(counts).asLongStream().sum();
    }

    /** The share of rows whose value another row has too. */
    double repeated() {
        long repeated = 0;
        for (int count : counts) {
            repeated += count > 1 ? count : 0;
        }
        return share(repeated);
    }

    /** The share of rows that have one of the so many commonest values. */
    double commonest(int values) {
        int[] sorted = counts.clone();
        Arrays.sort(sorted);
        long sum = 0;
        for (int i = Math.max(0, sorted.length - values); i < sorted.length; i++) {
            sum += sorted[i];
        }
        return share(sum);
    }

    /** Pairs of rows of one value of which both tell something else. */
    long met() {
        return met;
    }

    /** Those of them that agree in something else. */
    long alike() {
        return alike;
    }

    private double share(long rows) {
        return rows == 0 ? 0 : (double) rows / rows();
    }

    private static boolean alike(long one, long other) {
        for (int shift = 0; shift < 64; shift += 16) {
            long mine = (one >>> shift) & 0xFFFF;
            if (mine != 0 && mine == ((other >>> shift) & 0xFFFF)) {
                return true;
            }
        }
        return false;
    }

    private void grow() {
        if (size < MOST) {
            rehash(hashes.length * 2);
        } else {
            while (size >= MOST) {
                zeros++;
                rehash(hashes.length);
            }
        }
    }

    private void rehash(int length) {
        long[] oldHashes = hashes;
        int[] oldCounts = counts;
        long[] oldPersons = persons;
        hashes = new long[length];
        counts = new int[length];
        persons = new long[length];
        size = 0;
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldCounts[i] > 0 && Long.numberOfLeadingZeros(oldHashes[i]) >= zeros) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                counts[slot] = oldCounts[i];
                persons[slot] = oldPersons[i];
                size++;
            }
        }
    }

    private int slot(long hash) {
        int slot = (int) (hash ^ (hash >>> 20)) & (hashes.length - 1);
        while (counts[slot] > 0 && hashes[slot] != hash) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        return slot;
    }
}
