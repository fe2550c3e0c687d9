package fr.unefois.mdm.store;

import fr.unefois.mdm.record.SourceKey;
import java.util.Arrays;
import java.util.List;

/** Where each key stands in a list of different keys, in eight to sixteen bytes a key. */
final class SourceKeys {
    private static final int FREE = -1;

    private final List<SourceKey> keys;
    private final int[] places;

    SourceKeys(List<SourceKey> keys) {
        this.keys = keys;
        // At most half full: fuller, a search meets ever more strangers, whose keys it must read.
        this.places = new int[Integer.highestOneBit(Math.max(1, keys.size())) << 2];
        Arrays.fill(places, FREE);
        for (int position = 0; position < keys.size(); position++) {
            places[find(keys.get(position))] = position;
        }
    }

    /** @throws IllegalArgumentException for a key that is not in the list */
    int position(SourceKey key) {
        int position = places[find(key)];
        if (position == FREE) {
            throw new IllegalArgumentException("there is no record " + key);
        }
        return position;
    }

    /** The place of the key, or the free one where it would be. */
    private int find(SourceKey key) {
        int hash = key.hashCode() * 0x9e3779b9;
        int at = (hash ^ (hash >>> 15)) & (places.length - 1);
        while (places[at] != FREE && !keys.get(places[at]).equals(key)) {
            at = (at + 1) & (places.length - 1);
        }
        return at;
    }
}
