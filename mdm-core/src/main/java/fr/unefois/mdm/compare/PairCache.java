package fr.unefois.mdm.compare;

import java.util.function.IntBinaryOperator;

/**
 * What is found of two values, by their codes, remembered as long as no other pair needs the place. Threads share it
 * without a lock: an entry is one number, read and written whole, and what is lost is found again.
 */
final class PairCache {
    /** The greatest number that can be found; none is negative. */
    static final int MOST = 0xFFFE;

    private static final int LARGEST = 1 << 17;
    private static final int CODES = 1 << 24;

    private final long[] entries;
    /** Of a value with itself, which is what most records of one person say: one more than what is found, or 0. */
    private final char[] equal;

    private final IntBinaryOperator find;

    /**
     * @param left how many codes there are on the left; likewise right
     * @param find gives a number from 0 to {@link #MOST}, always the same of the same codes
     */
    PairCache(int left, int right, IntBinaryOperator find) {
        long pairs = Math.max(1, (long) left * right);
        this.entries = new long[(int) Math.min(LARGEST, Long.highestOneBit(2 * pairs))];
        this.equal = new char[Math.min(left, right)];
        this.find = find;
    }

    /** For what is the same either way round. */
    int ofEither(int a, int b) {
        if (a == b) {
            return ofEqual(a);
        }
        return a < b ? of(a, b) : of(b, a);
    }

    private int ofEqual(int code) {
        int known = equal[code];
        if (known == 0) {
            known = find.applyAsInt(code, code) + 1;
            equal[code] = (char) known;
        }
        return known - 1;
    }

    int of(int left, int right) {
        if (left >= CODES || right >= CODES) {
            return find.applyAsInt(left, right);
        }
        long name = ((long) left << 24) | right;
        int place = (int) ((name * 0x9e3779b97f4a7c15L) >>> 40) & (entries.length - 1);
        long entry = entries[place];
        if ((entry >>> 16) == name && (entry & 0xFFFF) != 0) {
            return (int) (entry & 0xFFFF) - 1;
        }
        int found = find.applyAsInt(left, right);
        entries[place] = (name << 16) | (found + 1);
        return found;
    }
}
