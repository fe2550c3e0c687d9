package fr.unefois.mdm.bulk;

/** A set of hashes: a look into it costs a few nanoseconds. */
final class LongSet {
    private final long[] places;
    private final boolean zero;

    LongSet(long[] hashes) {
        places = new long[Math.max(16, Integer.highestOneBit(Math.max(1, hashes.length)) * 4)];
        boolean hasZero = false;
        for (long hash : hashes) {
            hasZero |= hash == 0;
            int at = (int) hash & (places.length - 1);
            while (places[at] != 0 && places[at] != hash) {
                at = (at + 1) & (places.length - 1);
            }
            places[at] = hash;
        }
        zero = hasZero;
    }

    boolean contains(long hash) {
        if (hash == 0) {
            return zero;
        }
        int at = (int) hash & (places.length - 1);
        while (places[at] != 0) {
            if (places[at] == hash) {
                return true;
            }
            at = (at + 1) & (places.length - 1);
        }
        return false;
    }

    boolean containsAny(long[] hashes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (contains(hashes[i])) {
                return true;
            }
        }
        return false;
    }
}
