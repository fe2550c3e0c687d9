package fr.unefois.mdm.standardise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The distinct values of a field; each has a code, from 0, in the order in which they were first seen. */
public final class Dictionary<T> {
    private final List<T> values = new ArrayList<>();
    private int[] hashes = new int[16];
    /** Open addressing: a code and one, 0 where the place is free. */
    private int[] places = new int[32];

    Dictionary() {}

    /** The value's code; a value that was not seen before gets the next one. */
    int code(T value) {
        int hash = spread(value.hashCode());
        int mask = places.length - 1;
        int at = hash & mask;
        while (places[at] != 0) {
            int code = places[at] - 1;
            if (hashes[code] == hash && same(values.get(code), value)) {
                return code;
            }
            at = (at + 1) & mask;
        }
        int code = values.size();
        values.add(value);
        if (code == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * code);
        }
        hashes[code] = hash;
        places[at] = code + 1;
        if (2 * values.size() > places.length) {
            grow();
        }
        return code;
    }

    private boolean same(T known, T value) {
        return known == value || known.equals(value);
    }

    private static int spread(int hash) {
        int h = hash * 0x9e3779b9;
        return h ^ (h >>> 15);
    }

    private void grow() {
        places = new int[2 * places.length];
        int mask = places.length - 1;
        for (int code = 0; code < values.size(); code++) {
            int at = hashes[code] & mask;
            while (places[at] != 0) {
                at = (at + 1) & mask;
            }
            places[at] = code + 1;
        }
    }

    /** How many distinct values there are: codes run from 0 to one below. */
    public int size() {
        return values.size();
    }

    public T value(int code) {
        return values.get(code);
    }
}
