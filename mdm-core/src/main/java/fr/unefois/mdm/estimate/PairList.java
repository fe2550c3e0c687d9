package fr.unefois.mdm.estimate;

import java.util.Arrays;

/** PairList of positions with a mark each, growing. */
final class PairList {
    private int[] lefts = new int[1 << 10];
    private int[] rights = new int[1 << 10];
    private int[] marks = new int[1 << 10];
    private int size;

    void add(int left, int right) {
        add(left, right, 0);
    }

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

    int size() {
        return size;
    }

    int left(int pair) {
        return lefts[pair];
    }

    int right(int pair) {
        return rights[pair];
    }

    int mark(int pair) {
        return marks[pair];
    }
}
