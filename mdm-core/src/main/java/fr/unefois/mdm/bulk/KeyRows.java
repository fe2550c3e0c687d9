package fr.unefois.mdm.bulk;

import fr.unefois.mdm.block.KeyReader;
import fr.unefois.mdm.block.KeyedColumns;
import fr.unefois.mdm.block.LongSet;
import fr.unefois.mdm.command.Cores;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The blocking keys of every record, sorted, row after row. Rows are kept some thousands at a time, so that both cores
 * write them and no array is ever copied whole.
 */
final class KeyRows {
    private static final int SHIFT = 13;
    private static final int ROWS = 1 << SHIFT;

    private final int records;
    private final Piece[] pieces;

    /** Some rows: the keys of row i are those from {@code starts[i]} up to {@code starts[i + 1]}. */
    private static final class Piece {
        private static final Piece NONE = new Piece(new int[1], new long[0], new byte[0]);

        private final int[] starts;
        private final long[] keys;
        private final byte[] rules;

        Piece(int[] starts, long[] keys, byte[] rules) {
            this.starts = starts;
            this.keys = keys;
            this.rules = rules;
        }
    }

    private KeyRows(int records, Piece[] pieces) {
        this.records = records;
        this.pieces = pieces;
    }

    /** @param read which records have keys at all */
    static KeyRows of(KeyedColumns keyed, int records, IntPredicate read) {
        Piece[] pieces = new Piece[(records + ROWS - 1) >> SHIFT];
        ThreadLocal<Writing> writings = ThreadLocal.withInitial(() -> new Writing(keyed.reader()));
        Cores.each(pieces.length, piece -> {
            Writing writing = writings.get();
            for (int record = piece << SHIFT; record < end(piece, records); record++) {
                writing.add(read.test(record) ? writing.reader.read(record) : 0);
            }
            pieces[piece] = writing.done();
        });
        return new KeyRows(records, pieces);
    }

    /** The keys that records have instead of these when they are hot. */
    KeyRows finer(KeyedColumns keyed, LongSet hot) {
        Piece[] finer = new Piece[pieces.length];
        ThreadLocal<Writing> writings = ThreadLocal.withInitial(() -> new Writing(keyed.reader()));
        Cores.each(pieces.length, number -> {
            Piece piece = pieces[number];
            Writing writing = writings.get();
            for (int row = 0; row + 1 < piece.starts.length; row++) {
                writing.add(writing.reader.finer(
                        first(number) + row, hot, piece.keys, piece.rules, piece.starts[row], piece.starts[row + 1]));
            }
            finer[number] = writing.done();
        });
        return new KeyRows(records, finer);
    }

    /**
     * Puts the finer keys into the place of these. Piece by piece, so that a base of millions is not held twice.
     *
     * @param dropped keys, finer themselves, that no record has from now on
     */
    void refine(LongSet hot, KeyRows finer, LongSet dropped) {
        ThreadLocal<Merging> mergings = ThreadLocal.withInitial(Merging::new);
        Cores.each(pieces.length, number -> {
            pieces[number] = mergings.get().merge(pieces[number], hot, finer.pieces[number], dropped);
            finer.pieces[number] = Piece.NONE;
        });
    }

    private static int end(int piece, int records) {
        return Math.min(records, (piece + 1) << SHIFT);
    }

    int records() {
        return records;
    }

    int pieces() {
        return pieces.length;
    }

    /** The first record of a piece. */
    static int first(int piece) {
        return piece << SHIFT;
    }

    static int piece(int record) {
        return record >> SHIFT;
    }

    static int row(int record) {
        return record & (ROWS - 1);
    }

    /** Where each row of a piece begins among its keys, and where the last one ends. */
    int[] starts(int piece) {
        return pieces[piece].starts;
    }

    long[] keys(int piece) {
        return pieces[piece].keys;
    }

    byte[] rules(int piece) {
        return pieces[piece].rules;
    }

    /** How many keys all records have together. */
    long size() {
        return Arrays.stream(pieces).mapToLong(piece -> piece.keys.length).sum();
    }

    /** Of this key of the record's, what {@link KeyReader#rule(byte)} tells its rule by. */
    byte rule(int record, long key) {
        Piece piece = pieces[piece(record)];
        int at = Arrays.binarySearch(piece.keys, piece.starts[row(record)], piece.starts[row(record) + 1], key);
        return piece.rules[at];
    }

    /** The records that have a key: by their positions. */
    boolean hasKeys(int record) {
        int[] starts = pieces[piece(record)].starts;
        return starts[row(record) + 1] > starts[row(record)];
    }

    /** The pieces that one thread writes. */
    private static class Rows {
        private int[] starts = new int[ROWS + 1];
        private long[] keys = new long[ROWS * 20];
        private byte[] rules = new byte[ROWS * 20];
        private int rows;
        private int size;

        void key(long key, byte rule) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size + size / 2);
                rules = Arrays.copyOf(rules, keys.length);
            }
            keys[size] = key;
            rules[size++] = rule;
        }

        void endRow() {
            starts[++rows] = size;
        }

        Piece done() {
            Piece piece =
                    new Piece(Arrays.copyOf(starts, rows + 1), Arrays.copyOf(keys, size), Arrays.copyOf(rules, size));
            rows = 0;
            size = 0;
            return piece;
        }
    }

    private static final class Writing extends Rows {
        private final KeyReader reader;

        Writing(KeyReader reader) {
            this.reader = reader;
        }

        /** The row of so many keys that were read. */
        void add(int count) {
            for (int i = 0; i < count; i++) {
                key(reader.key(i), reader.noted(i));
            }
            endRow();
        }
    }

    private static final class Merging extends Rows {
        Piece merge(Piece piece, LongSet hot, Piece finer, LongSet dropped) {
            for (int row = 0; row + 1 < piece.starts.length; row++) {
                int next = finer.starts[row];
                int end = finer.starts[row + 1];
                for (int i = piece.starts[row]; i < piece.starts[row + 1]; i++) {
                    for (; next < end && finer.keys[next] < piece.keys[i]; next++) {
                        unless(dropped, finer, next);
                    }
                    unless(hot, piece, i);
                }
                for (; next < end; next++) {
                    unless(dropped, finer, next);
                }
                endRow();
            }
            return done();
        }

        private void unless(LongSet without, Piece piece, int at) {
            if (!without.contains(piece.keys[at])) {
                key(piece.keys[at], piece.rules[at]);
            }
        }
    }
}
