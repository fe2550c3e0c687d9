package fr.unefois.mdm.bulk;

import fr.unefois.mdm.command.Cores;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * The records of every block of two or more, block after block, by position; and for every key of a record its place
 * among them. The keys themselves are needed no more.
 */
final class Members {
    /** A key that no other record has. */
    static final int ALONE = -1;

    /** So many keys are sorted at once: they fit into the caches. */
    private static final int PART = 1 << 19;

    private final int records;
    private final KeyRows rows;
    private final int[] members;
    private final int[][] places;
    private final long meetings;

    private Members(KeyRows rows, int[] members, int[][] places, long meetings) {
        this.records = rows.records();
        this.rows = rows;
        this.members = members;
        this.places = places;
        this.meetings = meetings;
    }

    static Members of(KeyRows rows) {
        int[] members = new int[Math.toIntExact(rows.size())];
        int[][] places = new int[rows.pieces()][];
        for (int piece = 0; piece < places.length; piece++) {
            places[piece] = new int[rows.keys(piece).length];
        }
        int bits = 0;
        while ((long) PART << bits < rows.size()) {
            bits++;
        }
        int shift = bits;
        AtomicInteger next = new AtomicInteger();
        LongAdder meetings = new LongAdder();
        Cores.each(1 << bits, part -> meetings.add(fill(rows, shift, part, members, places, next)));
        return new Members(rows, members, places, meetings.sum());
    }

    /** Sorts the keys that begin with the part's bits and writes down their blocks. */
    private static long fill(KeyRows rows, int bits, int part, int[] members, int[][] places, AtomicInteger next) {
        KeyTable table = new KeyTable(PART + PART / 8);
        for (int piece = 0; piece < rows.pieces(); piece++) {
            int[] starts = rows.starts(piece);
            long[] keys = rows.keys(piece);
            for (int row = 0; row + 1 < starts.length; row++) {
                for (int i = starts[row]; i < starts[row + 1]; i++) {
                    if (bits == 0 || keys[i] >>> (Long.SIZE - bits) == part) {
                        table.add(keys[i], KeyRows.first(piece) + row, i);
                    }
                }
            }
        }
        table.sort(bits);
        int base = next.getAndAdd(table.size());
        long meetings = 0;
        for (int start = 0; start < table.size(); start = table.end(start)) {
            int end = table.end(start);
            for (int i = start; i < end; i++) {
                boolean last = i + 1 == end;
                members[base + i] = last ? ~table.record(i) : table.record(i);
                places[KeyRows.piece(table.record(i))][table.slot(i)] = end - start == 1 ? ALONE : base + i;
            }
            meetings += (long) (end - start) * (end - start - 1) / 2;
        }
        return meetings;
    }

    int records() {
        return records;
    }

    long meetings() {
        return meetings;
    }

    KeyRows rows() {
        return rows;
    }

    /** Of a record's keys, in their order, the place among the members, or {@link #ALONE}. */
    int[] places(int piece) {
        return places[piece];
    }

    /** The record at the place; its complement where it is the last of its block. */
    int member(int place) {
        return members[place];
    }
}
