package fr.unefois.mdm.block;

import fr.unefois.mdm.standardise.StandardRecord;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One record's keys while they are collected; each field is read from the record once. */
final class KeySet {
    private final StandardRecord record;
    private final long[] hot;
    private final Map<Field, List<String>> values = new HashMap<>();
    private long[] keys = new long[32];
    private int size;

    /** @param hot the keys to refine, sorted */
    KeySet(StandardRecord record, long[] hot) {
        this.record = record;
        this.hot = hot;
    }

    void add(BlockingRule rule, long seed) {
        add(rule, seed, 0);
    }

    private void add(BlockingRule rule, long hash, int field) {
        if (field < rule.fields().size()) {
            for (String value : values(rule.fields().get(field))) {
                add(rule, KeyHash.then(hash, value), field + 1);
            }
        } else if (Arrays.binarySearch(hot, hash) >= 0) {
            rule.refinement().ifPresent(finer -> values(finer).forEach(value -> add(KeyHash.then(hash, value))));
        } else {
            add(hash);
        }
    }

    private void add(long key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
        }
        keys[size++] = key;
    }

    private List<String> values(Field field) {
        return values.computeIfAbsent(field, absent -> absent.values(record));
    }

    long[] sorted() {
        return Arrays.stream(keys, 0, size).sorted().distinct().toArray();
    }
}
