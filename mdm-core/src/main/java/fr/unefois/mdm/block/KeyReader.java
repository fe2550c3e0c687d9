package fr.unefois.mdm.block;

import java.util.Arrays;

/** Reads the keys of one record after the other; each field is read once a record. For one thread. */
public final class KeyReader {
    private final FieldTable table;
    private final long[] hot;
    private final FieldHashes[] fields;
    private final Hashes[] values;
    private final boolean[] read;
    private int record;
    private long[] keys = new long[32];
    private byte[] rules = new byte[32];
    private int size;

    KeyReader(FieldTable table, long[] hot, FieldHashes[] fields) {
        this.table = table;
        this.hot = hot;
        this.fields = fields;
        this.values = new Hashes[fields.length];
        Arrays.setAll(values, field -> new Hashes());
        this.read = new boolean[fields.length];
    }

    /** Reads the record's keys under all rules: sorted, each once. Returns how many there are. */
    public int read(int position) {
        begin(position);
        for (int rule = 0; rule < table.rules(); rule++) {
            add(rule, table.seed(rule), 0);
        }
        return sort();
    }

    /** Reads the record's keys under one rule. */
    int read(int position, int rule) {
        begin(position);
        add(rule, table.seed(rule), 0);
        return sort();
    }

    /** The key at the place, of the record read last. */
    public long key(int at) {
        return keys[at];
    }

    /** The place, among the rules, of the rule that gave the key. */
    public byte rule(int at) {
        return rules[at];
    }

    long[] keys() {
        return Arrays.copyOf(keys, size);
    }

    private void begin(int position) {
        record = position;
        size = 0;
        Arrays.fill(read, false);
    }

    private void add(int rule, long hash, int at) {
        int[] asked = table.fields(rule);
        if (at < asked.length) {
            Hashes some = values(asked[at]);
            for (int i = 0; i < some.size(); i++) {
                add(rule, KeyHash.then(hash, some.get(i)), at + 1);
            }
        } else if (isHot(hash)) {
            int finer = table.refinement(rule);
            if (finer >= 0) {
                Hashes some = values(finer);
                for (int i = 0; i < some.size(); i++) {
                    long key = KeyHash.then(hash, some.get(i));
                    if (!isHot(key)) {
                        add(key, rule);
                    }
                }
            }
        } else {
            add(hash, rule);
        }
    }

    private boolean isHot(long key) {
        return hot.length > 0 && Arrays.binarySearch(hot, key) >= 0;
    }

    private void add(long key, int rule) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            rules = Arrays.copyOf(rules, 2 * size);
        }
        keys[size] = key;
        rules[size++] = (byte) rule;
    }

    private Hashes values(int field) {
        if (!read[field]) {
            read[field] = true;
            values[field].clear();
            fields[field].read(record, values[field]);
        }
        return values[field];
    }

    /** Some twenty keys: put in order as they come, each once. */
    private int sort() {
        int distinct = 0;
        for (int next = 0; next < size; next++) {
            long key = keys[next];
            byte rule = rules[next];
            int at = distinct;
            while (at > 0 && keys[at - 1] > key) {
                at--;
            }
            if (at > 0 && keys[at - 1] == key) {
                continue;
            }
            System.arraycopy(keys, at, keys, at + 1, distinct - at);
            System.arraycopy(rules, at, rules, at + 1, distinct - at);
            keys[at] = key;
            rules[at] = rule;
            distinct++;
        }
        size = distinct;
        return size;
    }
}
