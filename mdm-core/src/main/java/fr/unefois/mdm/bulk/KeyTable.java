package fr.unefois.mdm.bulk;

import java.util.Arrays;

/**
 * Blocking keys with the records that have them, in columns: two arrays sorted by key, then by record.
 *
 * <p>Sorting is a radix sort, stable and the same whatever the machine.
 */
final class KeyTable {
    private static final int BITS = 11;

    private long[] keys;
    private int[] records;
    private int size;

    KeyTable(int capacity) {
        keys = new long[capacity];
        records = new int[capacity];
    }

    /** Records are added in their order. */
    void add(long key, int record) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size + size / 2 + 16);
            records = Arrays.copyOf(records, keys.length);
        }
        keys[size] = key;
        records[size++] = record;
    }

    int size() {
        return size;
    }

    long key(int at) {
        return keys[at];
    }

    int record(int at) {
        return records[at];
    }

    /** Where the block that begins at {@code start} ends, exclusive. */
    int end(int start) {
        int end = start + 1;
        while (end < size && keys[end] == keys[start]) {
            end++;
        }
        return end;
    }

    void sort() {
        long[] fromKeys = keys;
        int[] fromRecords = records;
        long[] toKeys = new long[size];
        int[] toRecords = new int[size];
        for (int shift = 0; shift < 64; shift += BITS) {
            int[] starts = new int[(1 << BITS) + 1];
            for (int i = 0; i < size; i++) {
                starts[digit(fromKeys[i], shift) + 1]++;
            }
            for (int d = 0; d < 1 << BITS; d++) {
                starts[d + 1] += starts[d];
            }
            for (int i = 0; i < size; i++) {
                int to = starts[digit(fromKeys[i], shift)]++;
                toKeys[to] = fromKeys[i];
                toRecords[to] = fromRecords[i];
            }
            long[] keysDone = toKeys;
            int[] recordsDone = toRecords;
            toKeys = fromKeys.length == size ? fromKeys : new long[size];
            toRecords = fromRecords.length == size ? fromRecords : new int[size];
            fromKeys = keysDone;
            fromRecords = recordsDone;
        }
        keys = fromKeys;
        records = fromRecords;
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & ((1 << BITS) - 1);
    }
}
