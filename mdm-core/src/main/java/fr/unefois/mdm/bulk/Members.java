package fr.unefois.mdm.bulk;

import fr.unefois.mdm.command.Cores;
import java.util.Arrays;
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

    private static final int GROUP_BITS = 3;

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
        Filling filling = new Filling(rows, bits, members, places);
        Cores.each(1 << filling.groupBits(), filling::group);
        return new Members(rows, members, places, filling.meetings.sum());
    }

    /** What one thread sorts in, for one group after the other. */
    private static final class Tables {
        private final KeyTable[] parts;
        private final KeyTable spare = new KeyTable(PART + PART / 8);

        Tables(int parts) {
            this.parts = new KeyTable[parts];
            Arrays.setAll(this.parts, part -> new KeyTable(PART + PART / 8));
        }
    }

    /** Sorts keys part by part, by their first bits, and writes down their blocks. */
    private static final class Filling {
        private final KeyRows rows;
        private final int bits;
        private final int[] members;
        private final int[][] places;
        private final AtomicInteger next = new AtomicInteger();
        private final LongAdder meetings = new LongAdder();
        private final ThreadLocal<Tables> own;

        Filling(KeyRows rows, int bits, int[] members, int[][] places) {
            this.rows = rows;
            this.bits = bits;
            this.members = members;
            this.places = places;
            int partsOfAGroup = 1 << (bits - groupBits());
            this.own = ThreadLocal.withInitial(() -> new Tables(partsOfAGroup));
        }

        /** Each look at all keys gathers a group of parts: as many as leave enough groups for all cores. */
        int groupBits() {
            return bits - Math.max(0, Math.min(GROUP_BITS, bits - GROUP_BITS));
        }

        void group(int group) {
            int groupBits = groupBits();
            Tables tables = own.get();
            KeyTable[] parts = tables.parts;
            for (KeyTable part : parts) {
                part.clear();
            }
            for (int piece = 0; piece < rows.pieces(); piece++) {
                int[] starts = rows.starts(piece);
                long[] keys = rows.keys(piece);
                for (int row = 0; row + 1 < starts.length; row++) {
                    for (int i = starts[row]; i < starts[row + 1]; i++) {
                        int part = first(keys[i], bits);
                        if (part >>> (bits - groupBits) == group) {
                            parts[part & (parts.length - 1)].add(keys[i], KeyRows.first(piece) + row, i);
                        }
                    }
                }
            }
            for (KeyTable part : parts) {
                part.sort(bits, tables.spare);
                write(part);
            }
        }

        private static int first(long key, int bits) {
            return bits == 0 ? 0 : (int) (key >>> (Long.SIZE - bits));
        }

        private void write(KeyTable table) {
            int base = next.getAndAdd(table.size());
            long met = 0;
            for (int start = 0; start < table.size(); start = table.end(start)) {
                int end = table.end(start);
                for (int i = start; i < end; i++) {
                    boolean last = i + 1 == end;
                    members[base + i] = last ? ~table.record(i) : table.record(i);
                    places[KeyRows.piece(table.record(i))][table.slot(i)] = end - start == 1 ? ALONE : base + i;
                }
                met += (long) (end - start) * (end - start - 1) / 2;
            }
            meetings.add(met);
        }
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
