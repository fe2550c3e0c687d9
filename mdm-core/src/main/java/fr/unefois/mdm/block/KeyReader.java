package fr.unefois.mdm.block;

import java.util.Arrays;

/** Reads the keys of one record after the other; each field is read once a record. For one thread. */
public final class KeyReader {
    /** Set in the rule of a key that it gave instead of one that is hot. */
    private static final int FINER = 0x80;

    private final FieldTable table;
    private final LongSet hot;
    private final FieldHashes[] fields;
    private final Hashes[] values;
    private final boolean[] read;
    private int record;
    private long[] keys = new long[32];
    private byte[] rules = new byte[32];
    private int size;

    KeyReader(FieldTable table, LongSet hot, FieldHashes[] fields) {
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

    /**
     * Reads the keys that the record has instead of some of its keys, when these are hot; a key that is finer already gives
     * way to none. Sorted, each once. Returns how many there are.
     *
     * @param keys the record's, from {@code from} up to {@code to}, as they were read before, with their rules
     */
    public int finer(int position, LongSet given, long[] keys, byte[] rules, int from, int to) {
        begin(position);
        for (int i = from; i < to; i++) {
            if (rules[i] >= 0 && given.contains(keys[i])) {
                refine(rules[i], keys[i]);
            }
        }
        return sort();
    }

    /**
     * The same of one key that is hot.
     *
     * @param rule the key's, as it was read with it
     */
    public int finer(int position, byte rule, long key) {
        begin(position);
        if (rule >= 0) {
            refine(rule, key);
        }
        return sort();
    }

    /** The key at the place, of the record read last. */
    public long key(int at) {
        return keys[at];
    }

    /** The place, among the rules, of the rule that gave the key. */
    public int rule(int at) {
        return rule(rules[at]);
    }

    /** What {@link #rule(byte)} tells that place by, and {@link #finer} whether the key is a finer one. */
    public byte noted(int at) {
        return rules[at];
    }

    /** The place, among the rules, of the rule that gave a key. */
    public static int rule(byte noted) {
        return noted & ~FINER & 0xFF;
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
        } else if (hot.contains(hash)) {
            refine(rule, hash);
        } else {
            add(hash, rule);
        }
    }

    private void refine(int rule, long hash) {
        int finer = table.refinement(rule);
        if (finer >= 0) {
            Hashes some = values(finer);
            for (int i = 0; i < some.size(); i++) {
                long key = KeyHash.then(hash, some.get(i));
                if (!hot.contains(key)) {
                    add(key, rule | FINER);
                }
            }
        }
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
