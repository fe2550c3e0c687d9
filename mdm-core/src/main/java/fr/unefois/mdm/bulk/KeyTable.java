package fr.unefois.mdm.bulk;

import java.util.Arrays;

/**
 * Blocking keys with the records that have them, in columns, sorted by key, then in the order in which they were added.
 * Keys are hashes, so that their upper bits tell nearly all of them apart: a radix sort over those, then the few that are
 * left are put in order by hand.
 */
final class KeyTable {
    private static final int BITS = 11;
    private static final int PASSES = 3;

    private long[] keys;
    private int[] records;
    private int[] slots;
    private int size;

    KeyTable(int capacity) {
        keys = new long[capacity];
        records = new int[capacity];
        slots = new int[capacity];
    }

    /** @param slot where the record keeps the key */
    void add(long key, int record, int slot) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size + size / 2 + 16);
            records = Arrays.copyOf(records, keys.length);
            slots = Arrays.copyOf(slots, keys.length);
        }
        keys[size] = key;
        records[size] = record;
        slots[size++] = slot;
    }

    void addAll(KeyTable other) {
        for (int i = 0; i < other.size; i++) {
            add(other.keys[i], other.records[i], other.slots[i]);
        }
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

    int slot(int at) {
        return slots[at];
    }

    /** Where the block that begins at {@code start} ends, exclusive. */
    int end(int start) {
        int end = start + 1;
        while (end < size && keys[end] == keys[start]) {
            end++;
        }
        return end;
    }

    void clear() {
        size = 0;
    }

    void sort() {
        sort(0, new KeyTable(size));
    }

    /**
     * @param known so many of the upper bits are the same in all keys
     * @param spare room to sort in; what is in it is lost
     */
    void sort(int known, KeyTable spare) {
        int shift = Math.max(0, Long.SIZE - known - BITS * PASSES);
        if (spare.keys.length < size) {
            spare.take(new KeyTable(keys.length));
        }
        for (int pass = 0; pass < PASSES; pass++, shift += BITS) {
            int[] starts = new int[(1 << BITS) + 1];
            for (int i = 0; i < size; i++) {
                starts[digit(keys[i], shift) + 1]++;
            }
            for (int d = 0; d < 1 << BITS; d++) {
                starts[d + 1] += starts[d];
            }
            for (int i = 0; i < size; i++) {
                int to = starts[digit(keys[i], shift)]++;
                spare.keys[to] = keys[i];
                spare.records[to] = records[i];
                spare.slots[to] = slots[i];
            }
            swap(spare);
        }
        insert();
    }

    private void swap(KeyTable other) {
        long[] ownKeys = keys;
        int[] ownRecords = records;
        int[] ownSlots = slots;
        take(other);
        other.keys = ownKeys;
        other.records = ownRecords;
        other.slots = ownSlots;
    }

    private void take(KeyTable other) {
        keys = other.keys;
        records = other.records;
        slots = other.slots;
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & ((1 << BITS) - 1);
    }

    /** Stable; hardly ever moves anything. */
    private void insert() {
        for (int i = 1; i < size; i++) {
            if (Long.compareUnsigned(keys[i - 1], keys[i]) > 0) {
                long key = keys[i];
                int record = records[i];
                int slot = slots[i];
                int at = i;
                while (at > 0 && Long.compareUnsigned(keys[at - 1], key) > 0) {
                    keys[at] = keys[at - 1];
                    records[at] = records[at - 1];
                    slots[at] = slots[at - 1];
                    at--;
                }
                keys[at] = key;
                records[at] = record;
                slots[at] = slot;
            }
        }
    }
}
