package fr.unefois.mdm.bulk;

import java.util.Arrays;

/** Pairs of positions with a mark each, growing. */
final class MarkedPairs {
    private int[] lefts = new int[256];
    private int[] rights = new int[256];
    private int[] marks = new int[256];
    private int size;

    void add(int left, int right, int mark) {
        if (size == lefts.length) {
            lefts = Arrays.copyOf(lefts, 2 * size);
            rights = Arrays.copyOf(rights, 2 * size);
            marks = Arrays.copyOf(marks, 2 * size);
        }
        lefts[size] = left;
        rights[size] = right;
        marks[size++] = mark;
    }

    void visit(Blocks.PairVisitor visitor) {
        for (int pair = 0; pair < size; pair++) {
            visitor.visit(lefts[pair], rights[pair], marks[pair]);
        }
    }
}
