package fr.unefois.mdm.compare;

/**
 * Jaro's similarity with Winkler's bonus for a common prefix of up to four letters (scale .1). Symmetric: the shorter
 * text, then the alphabetically smaller one, is always the one that is walked.
 */
final class JaroWinkler {
    private static final int PREFIX = 4;
    private static final double SCALE = 0.1;

    private JaroWinkler() {}

    /** From 0, nothing in common, to 1, equal. */
    static double similarity(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        boolean inOrder = a.length() < b.length() || (a.length() == b.length() && a.compareTo(b) <= 0);
        String left = inOrder ? a : b;
        String right = inOrder ? b : a;
        double jaro = jaro(left, right);
        int prefix = 0;
        while (prefix < PREFIX && prefix < left.length() && left.charAt(prefix) == right.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * SCALE * (1 - jaro);
    }

    private static double jaro(String left, String right) {
        double jaro = right.length() <= BitParallelJaro.LONGEST
                ? BitParallelJaro.ofThread().similarity(left, right)
                : -1;
        return jaro >= 0 ? jaro : plainly(left, right);
    }

    /** How far apart two places may be for their letters to match. */
    static int window(int longest) {
        return Math.max(0, longest / 2 - 1);
    }

    private static double plainly(String left, String right) {
        int window = window(right.length());
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
        int outOfPlace = 0;
        int k = 0;
        for (int j = 0; j < right.length(); j++) {
            if (taken[j] && matched[k++] != right.charAt(j)) {
                outOfPlace++;
            }
        }
        return jaro(matches, outOfPlace, left.length(), right.length());
    }

    static double jaro(int matches, int outOfPlace, int left, int right) {
        if (matches == 0) {
            return 0;
        }
        // Jaro counts whole transpositions: half of the letters out of place, rounded down.
        int transpositions = outOfPlace / 2;
        double m = matches;
        return (m / left + m / right + (m - transpositions) / m) / 3;
    }
}
