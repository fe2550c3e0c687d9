package fr.unefois.mdm.standardise;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was worked out of values that many people share, such as towns and given names. Whoever asks twice gets one
 * object.
 */
final class Remembered<K, V> {
    /** What comes after so many is worked out each time: it is nothing that many share. */
    private static final int MOST = 1 << 16;

    private final Map<K, V> known = new ConcurrentHashMap<>();
    private final Function<K, V> working;

    /** @param working gives the same for the same, whenever it is asked */
    Remembered(Function<K, V> working) {
        this.working = working;
    }

    V of(K key) {
        V before = known.get(key);
        if (before != null) {
            return before;
        }
        V found = working.apply(key);
        if (known.size() >= MOST) {
            return found;
        }
        V other = known.putIfAbsent(key, found);
        return other == null ? found : other;
    }
}
