package fr.unefois.mdm.arrive;

import fr.unefois.mdm.record.SourceKey;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where to begin when looking for all that a change concerns.
 *
 * @param nearness of what changed {@link #CHANGED}, of what it meets the weight of the pair, in thousandths of a bit
 */
public record Seeds(SortedMap<SourceKey, Integer> nearness) {
    /** Nothing is nearer to a change than what changed. */
    public static final int CHANGED = Integer.MAX_VALUE;

    public Seeds {
        nearness = Collections.unmodifiableSortedMap(new TreeMap<>(nearness));
    }

    /** The changed records by themselves. */
    public static Seeds changed(Collection<SourceKey> keys) {
        SortedMap<SourceKey, Integer> nearness = new TreeMap<>();
        keys.forEach(key -> nearness.put(key, CHANGED));
        return new Seeds(nearness);
    }

    /** A changed record, and those that it meets by the weights of its edges to them. */
    static Seeds around(SourceKey key, Map<SourceKey, Integer> edges) {
        SortedMap<SourceKey, Integer> nearness = new TreeMap<>(edges);
        nearness.put(key, CHANGED);
        return new Seeds(nearness);
    }
}
