package fr.unefois.mdm.block;

/** A set of hashes: a look into it costs a few nanoseconds. */
public final class LongSet {
    private final long[] places;
    private final boolean zero;

    public LongSet(long[] hashes) {
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

    public boolean contains(long hash) {
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
}
