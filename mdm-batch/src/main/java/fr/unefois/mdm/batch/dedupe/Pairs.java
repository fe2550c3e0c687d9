package fr.unefois.mdm.batch.dedupe;

import java.util.Arrays;

/** Different pairs of numbers, numbered from 0 in the order in which they are added. */
final class Pairs {
    private long[] pairs = new long[16];
    private int size;
    /** The number and one more; 0 where there is none. */
    private int[] slots = new int[32];

    int size() {
        return size;
    }

    long get(int number) {
        return pairs[number];
    }

    int add(long pair) {
        int slot = slot(pair);
        while (slots[slot] != 0) {
            if (pairs[slots[slot] - 1] == pair) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size + (size >> 1));
        }
        pairs[size++] = pair;
        slots[slot] = size;
        if (size * 2L > slots.length && slots.length < 1 << 30) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int i = 0; i < size; i++) {
            int slot = slot(pairs[i]);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = i + 1;
        }
    }

    private int slot(long pair) {
        long mixed = pair * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> 32 ^ mixed >>> 48) & (slots.length - 1);
    }
}
