package fr.unefois.mdm.batch.dedupe;

import java.util.concurrent.ConcurrentHashMap;

/** Equal values as one object: a town has far fewer names and dates than people. */
final class Shared<T> {
    private final ConcurrentHashMap<T, T> values = new ConcurrentHashMap<>(1024);

    T one(T value) {
        T known = values.putIfAbsent(value, value);
        return known == null ? value : known;
    }
}
