package fr.unefois.mdm.compare;

/**
 * Jaro's similarity with Winkler's bonus for a common prefix of up to four letters (scale .1). Symmetric: the shorter
 * text, then the alphabetically smaller one, is always the one that is walked.
 */
final class JaroWinkler {
    private static final int PREFIX = 4;
    private static final double SCALE = 0.1;
    /** Texts up to so long fit into the bits of one number. */
    private static final int WORD = Long.SIZE;

    private JaroWinkler() {}

    /** From 0, nothing in common, to 1, equal. */
    static double similarity(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        boolean inOrder = a.length() < b.length() || (a.length() == b.length() && a.compareTo(b) <= 0);
        String left = inOrder ? a : b;
        String right = inOrder ? b : a;
        double jaro = right.length() <= WORD ? ofWords(left, right) : ofTexts(left, right);
        int prefix = 0;
        while (prefix < PREFIX && prefix < left.length() && left.charAt(prefix) == right.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * SCALE * (1 - jaro);
    }

    /** What is taken of either text is a bit of a number, so that nothing is allocated. */
    private static double ofWords(String left, String right) {
        int leftLength = left.length();
        int rightLength = right.length();
        int window = Math.max(0, rightLength / 2 - 1);
        long matchedLeft = 0;
        long takenRight = 0;
        for (int i = 0; i < leftLength; i++) {
            char c = left.charAt(i);
            int end = Math.min(rightLength, i + window + 1);
            for (int j = Math.max(0, i - window); j < end; j++) {
                if (right.charAt(j) == c && (takenRight & 1L << j) == 0) {
                    takenRight |= 1L << j;
                    matchedLeft |= 1L << i;
                    break;
                }
            }
        }
        int matches = Long.bitCount(matchedLeft);
        if (matches == 0) {
            return 0;
        }
        int outOfPlace = 0;
        long ours = matchedLeft;
        for (long theirs = takenRight; theirs != 0; theirs &= theirs - 1) {
            char one = left.charAt(Long.numberOfTrailingZeros(ours));
            outOfPlace += one == right.charAt(Long.numberOfTrailingZeros(theirs)) ? 0 : 1;
            ours &= ours - 1;
        }
        return jaro(matches, outOfPlace, leftLength, rightLength);
    }

    private static double ofTexts(String left, String right) {
        int window = Math.max(0, right.length() / 2 - 1);
        boolean[] taken = new boolean[right.length()];
        char[] matched = new char[left.length()];
        int matches = 0;
        for (int i = 0; i < left.length(); i++) {
            int end = Math.min(right.length(), i + window + 1);
            for (int j = Math.max(0, i - window); j < end; j++) {
                if (!taken[j] && left.charAt(i) == right.charAt(j)) {
                    taken[j] = true;
                    matched[matches++] = left.charAt(i);
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        int outOfPlace = 0;
        int k = 0;
        for (int j = 0; j < right.length(); j++) {
            if (taken[j] && matched[k++] != right.charAt(j)) {
                outOfPlace++;
            }
        }
        return jaro(matches, outOfPlace, left.length(), right.length());
    }

    private static double jaro(int matches, int outOfPlace, int left, int right) {
        // Jaro counts whole transpositions: half of the letters out of place, rounded down.
        int transpositions = outOfPlace / 2;
        double m = matches;
        return (m / left + m / right + (m - transpositions) / m) / 3;
    }
}
