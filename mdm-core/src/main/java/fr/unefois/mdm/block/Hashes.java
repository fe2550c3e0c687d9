package fr.unefois.mdm.block;

import java.util.Arrays;

/** The hashes of one record's values of one field, each once; used again for the next record. */
final class Hashes {
    private long[] hashes = new long[8];
    private int size;

    void clear() {
        size = 0;
    }

    /** A handful of values at most: looking through them costs less than a set. */
    void add(long hash) {
        for (int i = 0; i < size; i++) {
            if (hashes[i] == hash) {
                return;
            }
        }
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        hashes[size++] = hash;
    }

    void addAll(long[] more) {
        for (long hash : more) {
            add(hash);
        }
    }

    int size() {
        return size;
    }

    long get(int at) {
        return hashes[at];
    }
}
