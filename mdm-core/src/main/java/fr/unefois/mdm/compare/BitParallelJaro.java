package fr.unefois.mdm.compare;

/**
 * Jaro's similarity of short texts. Every place where a letter stands is a bit of one number, so that the first free place
 * within reach is found at once; hardly a branch, whose guess would cost more than the step. The arrays are used again for
 * the next pair, so nothing is allocated; for one thread.
 */
final class BitParallelJaro {
    /** The places of a longer text do not fit into the bits of one number. */
    static final int LONGEST = Long.SIZE;

    /** ASCII and Latin-1: what folding leaves, and the accents where nothing was folded. */
    private static final int LETTERS = 256;

    private static final ThreadLocal<BitParallelJaro> OF_THREAD = ThreadLocal.withInitial(BitParallelJaro::new);

    private final char[] left = new char[LONGEST];
    private final char[] right = new char[LONGEST];
    /** By letter, where it stands in the right text; 0 between two pairs. */
    private final long[] places = new long[LETTERS];

    private BitParallelJaro() {}

    static BitParallelJaro ofThread() {
        return OF_THREAD.get();
    }

    /**
     * @param shorter is walked
     * @return negative where a letter is beyond Latin-1, which is not for this class
     */
    double similarity(String shorter, String longer) {
        int leftLength = shorter.length();
        int rightLength = longer.length();
        shorter.getChars(0, leftLength, left, 0);
        longer.getChars(0, rightLength, right, 0);
        if (isBeyond(left, leftLength) || isBeyond(right, rightLength)) {
            return -1;
        }
        for (int i = 0; i < rightLength; i++) {
            places[right[i]] |= 1L << i;
        }
        int window = JaroWinkler.window(rightLength);
        long near = (2L << window) - 1;
        long matched = 0;
        long taken = 0;
        for (int i = 0; i < leftLength; i++) {
            long free = places[left[i]] & near & ~taken;
            taken |= free & -free;
            matched |= ((free | -free) >>> 63) << i;
            // The end that is behind moves once it is a whole window behind.
            near = near << 1 | (i < window ? 1 : 0);
        }
        for (int i = 0; i < rightLength; i++) {
            places[right[i]] = 0;
        }
        return JaroWinkler.jaro(Long.bitCount(matched), outOfPlace(matched, taken), leftLength, rightLength);
    }

    private static boolean isBeyond(char[] text, int length) {
        int all = 0;
        for (int i = 0; i < length; i++) {
            all |= text[i];
        }
        return all >= LETTERS;
    }

    /** How many of the matched letters differ from the one that has their place among the taken. */
    private int outOfPlace(long matched, long taken) {
        int count = 0;
        long ours = matched;
        for (long theirs = taken; theirs != 0; theirs &= theirs - 1) {
            count += left[Long.numberOfTrailingZeros(ours)] == right[Long.numberOfTrailingZeros(theirs)] ? 0 : 1;
            ours &= ours - 1;
        }
        return count;
    }
}
