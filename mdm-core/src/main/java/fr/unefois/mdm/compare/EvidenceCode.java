package fr.unefois.mdm.compare;

/**
 * {@link Evidence} in one number, for where millions of pairs are compared: the weight in the upper 24 bits, then the
 * household's weight in 24, then the level's place in 16. The order of the numbers is the order of strength: of two ways
 * to compare, the stronger is the greater, and of equal ones always the same.
 */
public final class EvidenceCode {
    /** Weaker than any evidence: there was nothing to compare. */
    static final long NONE = Long.MIN_VALUE;

    private static final int MISSING_PLACE = 0xFFFF;
    private static final int BIAS = 1 << 23;

    /** One of the records has no value, so that the comparison says nothing. */
    static final long MISSING = of(MISSING_PLACE, 0, 0);

    private EvidenceCode() {}

    /**
     * @param place the level's place among those of its comparison
     * @param weight log2(m/u) in thousandths of a bit; likewise household, log2(h/u); below 2^23 either way
     */
    static long of(int place, int weight, int household) {
        return ((long) weight << 40) | ((long) (household + BIAS) << 16) | place;
    }

    /** log2(m/u) in thousandths of a bit. */
    public static int weight(long evidence) {
        return (int) (evidence >> 40);
    }

    /** log2(h/u) in thousandths of a bit. */
    public static int household(long evidence) {
        return (int) ((evidence >>> 16) & 0xFFFFFF) - BIAS;
    }

    /** The level's place among the outcomes of its comparison; of no use where the evidence is missing. */
    public static int place(long evidence) {
        return (int) evidence & 0xFFFF;
    }

    /** Whether one of the records has no value. */
    public static boolean isMissing(long evidence) {
        return ((int) evidence & 0xFFFF) == MISSING_PLACE;
    }
}
