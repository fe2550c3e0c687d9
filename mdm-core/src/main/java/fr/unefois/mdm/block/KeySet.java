package fr.unefois.mdm.block;

import fr.unefois.mdm.standardise.StandardRecord;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One record's keys while they are collected; each field is read from the record once. */
final class KeySet {
    private final StandardRecord record;
    private final FieldTable table;
    private final long[] hot;
    private final @Nullable List<String>[] values;
    private long[] keys = new long[32];
    private int size;

    /** @param hot the keys to refine, sorted */
    @SuppressWarnings({"unchecked", "rawtypes"})
    KeySet(StandardRecord record, FieldTable table, long[] hot) {
        this.record = record;
        this.table = table;
        this.hot = hot;
        this.values = new List[table.size()];
    }

    void add(int rule) {
        add(rule, table.seed(rule), 0);
    }

    private void add(int rule, long hash, int at) {
        int[] fields = table.fields(rule);
        if (at < fields.length) {
            for (String value : values(fields[at])) {
                add(rule, KeyHash.then(hash, value), at + 1);
            }
        } else if (hot.length > 0 && Arrays.binarySearch(hot, hash) >= 0) {
            int finer = table.refinement(rule);
            if (finer >= 0) {
                values(finer).forEach(value -> add(KeyHash.then(hash, value)));
            }
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

    private List<String> values(int field) {
        List<String> known = values[field];
        if (known == null) {
            known = table.field(field).values(record);
            values[field] = known;
        }
        return known;
    }

    long[] sorted() {
        Arrays.sort(keys, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                keys[distinct++] = keys[i];
            }
        }
        return Arrays.copyOf(keys, distinct);
    }
}
