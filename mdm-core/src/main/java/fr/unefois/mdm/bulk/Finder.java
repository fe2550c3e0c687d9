package fr.unefois.mdm.bulk;

import fr.unefois.mdm.block.KeyReader;
import java.util.Arrays;

/** Finds the records that one record meets, each once. For one thread. */
final class Finder {
    private final Members members;
    private final Neighbours neighbours;
    private final int[] markOf;
    /** Where a record stands among those found; true only of what stands there. */
    private final int[] standing;

    private int[] found = new int[64];
    private int[] marks = new int[64];
    private int size;

    /** @param markOf by rule, what is noted of a pair that meets under it */
    Finder(Members members, Neighbours neighbours, int[] markOf) {
        this.markOf = markOf;
        this.members = members;
        this.neighbours = neighbours;
        this.standing = new int[members.records()];
    }

    /** Finds those of greater position; returns how many there are. */
    int find(int record) {
        size = 0;
        findGreater(record);
        return size;
    }

    /** Finds those of any position, and marks none; returns how many there are. */
    int findAll(int record) {
        size = 0;
        findGreater(record);
        findSmaller(record);
        return size;
    }

    private void findSmaller(int record) {
        int piece = KeyRows.piece(record);
        int row = KeyRows.row(record);
        int[] starts = members.rows().starts(piece);
        int[] places = members.places(piece);
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            for (int place = places[i] - 1; place >= 0 && members.member(place) >= 0; place--) {
                add(members.member(place), 0);
            }
        }
        for (int at = neighbours.leftStart(record); at < neighbours.leftStart(record + 1); at++) {
            add(neighbours.left(at), 0);
        }
    }

    private void findGreater(int record) {
        int piece = KeyRows.piece(record);
        int row = KeyRows.row(record);
        int[] starts = members.rows().starts(piece);
        int[] places = members.places(piece);
        byte[] byRule = members.rows().rules(piece);
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            int place = places[i];
            if (place == Members.ALONE) {
                continue;
            }
            int mark = markOf[KeyReader.rule(byRule[i])];
            for (int member = members.member(place); member >= 0; ) {
                member = members.member(++place);
                add(member < 0 ? ~member : member, mark);
            }
        }
        for (int at = neighbours.start(record); at < neighbours.start(record + 1); at++) {
            add(neighbours.right(at), 0);
        }
    }

    private void add(int other, int mark) {
        int at = standing[other];
        if (at < size && found[at] == other) {
            marks[at] |= mark;
            return;
        }
        if (size == found.length) {
            found = Arrays.copyOf(found, 2 * size);
            marks = Arrays.copyOf(marks, 2 * size);
        }
        standing[other] = size;
        found[size] = other;
        marks[size++] = mark;
    }

    int found(int at) {
        return found[at];
    }

    /** The marks of all rules under which the two meet, one over the other; 0 for mere neighbours. */
    int marks(int at) {
        return marks[at];
    }
}
