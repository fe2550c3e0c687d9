package fr.unefois.mdm.bulk;

import fr.unefois.mdm.block.KeyReader;
import fr.unefois.mdm.block.KeyedColumns;
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
        Cores.each(pieces.length, piece -> {
            KeyReader reader = keyed.reader();
            Writing writing = new Writing();
            for (int record = piece << SHIFT; record < end(piece, records); record++) {
                writing.add(reader, read.test(record) ? reader.read(record) : 0);
            }
            pieces[piece] = writing.done();
        });
        return new KeyRows(records, pieces);
    }

    /** The same rows, those that have one of the keys read again. */
    KeyRows readAgain(KeyedColumns keyed, LongSet hot) {
        Piece[] again = new Piece[pieces.length];
        Cores.each(pieces.length, number -> {
            KeyReader reader = keyed.reader();
            Piece piece = pieces[number];
            Writing writing = new Writing();
            for (int row = 0; row + 1 < piece.starts.length; row++) {
                int from = piece.starts[row];
                int to = piece.starts[row + 1];
                if (hot.containsAny(piece.keys, from, to)) {
                    writing.add(reader, reader.read((number << SHIFT) + row));
                } else {
                    writing.add(piece, from, to, key -> true);
                }
            }
            again[number] = writing.done();
        });
        return new KeyRows(records, again);
    }

    /** The same rows without the keys. */
    KeyRows without(LongSet hot) {
        Piece[] fewer = new Piece[pieces.length];
        Cores.each(pieces.length, number -> {
            Piece piece = pieces[number];
            Writing writing = new Writing();
            for (int row = 0; row + 1 < piece.starts.length; row++) {
                writing.add(piece, piece.starts[row], piece.starts[row + 1], key -> !hot.contains(key));
            }
            fewer[number] = writing.done();
        });
        return new KeyRows(records, fewer);
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

    /** The rule that gave the record this key of its. */
    int rule(int record, long key) {
        Piece piece = pieces[piece(record)];
        int at = Arrays.binarySearch(piece.keys, piece.starts[row(record)], piece.starts[row(record) + 1], key);
        return piece.rules[at] & 0xFF;
    }

    /** The records that have a key: by their positions. */
    boolean hasKeys(int record) {
        int[] starts = pieces[piece(record)].starts;
        return starts[row(record) + 1] > starts[row(record)];
    }

    private interface LongTest {
        boolean test(long key);
    }

    private static final class Writing {
        private int[] starts = new int[ROWS + 1];
        private long[] keys = new long[ROWS * 20];
        private byte[] rules = new byte[ROWS * 20];
        private int rows;
        private int size;

        void add(KeyReader reader, int count) {
            room(count);
            for (int i = 0; i < count; i++) {
                keys[size] = reader.key(i);
                rules[size++] = reader.rule(i);
            }
            starts[++rows] = size;
        }

        void add(Piece piece, int from, int to, LongTest kept) {
            room(to - from);
            for (int i = from; i < to; i++) {
                if (kept.test(piece.keys[i])) {
                    keys[size] = piece.keys[i];
                    rules[size++] = piece.rules[i];
                }
            }
            starts[++rows] = size;
        }

        private void room(int count) {
            if (size + count > keys.length) {
                int more = Math.max(size + count, size + size / 2);
                keys = Arrays.copyOf(keys, more);
                rules = Arrays.copyOf(rules, more);
            }
        }

        Piece done() {
            return new Piece(Arrays.copyOf(starts, rows + 1), Arrays.copyOf(keys, size), Arrays.copyOf(rules, size));
        }
    }
}
