package fr.unefois.mdm.standardise;

import java.util.List;
import java.util.Map;

/**
 * The number of a house in its street.
 *
 * @param value 0 where there is none
 * @param suffix B for BIS, T for TER, or another letter; empty where there is none
 */
record HouseNumber(int value, String suffix) {
    private static final HouseNumber NONE = new HouseNumber(0, "");

    private static final Map<String, String> SUFFIXES =
            Map.of("BIS", "B", "TER", "T", "QUATER", "Q", "QUAT", "Q", "QUINQUIES", "C");

    /** The number that ends right before a word; of 12-14 the first. */
    static HouseNumber before(List<String> words, int at) {
        int i = at - 1;
        boolean suffixed = i > 0 && (isSuffix(words.get(i)) || isLetter(words.get(i)));
        if (suffixed && Folding.isDigits(words.get(i - 1)) && value(words.get(i - 1)) > 0) {
            i--;
        }
        if (i < 0 || value(words.get(i)) <= 0) {
            return NONE;
        }
        boolean range = i > 0 && value(words.get(i - 1)) > 0 && (i == 1 || !WayName.isExtra(words.get(i - 2)));
        return at(words, range ? i - 1 : i);
    }

    /** The 12, 12B, 12 BIS or 12 A that begins at a word. */
    static HouseNumber at(List<String> words, int at) {
        String word = words.get(at);
        int value = value(word);
        if (value <= 0) {
            return NONE;
        }
        int digits = 0;
        while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
            digits++;
        }
        if (digits < word.length()) {
            String glued = word.substring(digits);
            return new HouseNumber(value, SUFFIXES.getOrDefault(glued, glued));
        }
        String next = at + 1 < words.size() ? words.get(at + 1) : "";
        String suffix = SUFFIXES.get(next);
        boolean letterThenType = isLetter(next) && at + 2 < words.size() && WayTypes.full(words.get(at + 2)) != null;
        return new HouseNumber(value, suffix != null ? suffix : letterThenType ? next : "");
    }

    /** The number that a word is or begins with (12, 12B, 12BIS), −1 when it is none. */
    static int value(String word) {
        int value = 0;
        int i = 0;
        while (i < word.length() && i < 5 && word.charAt(i) >= '0' && word.charAt(i) <= '9') {
            value = value * 10 + word.charAt(i++) - '0';
        }
        if (i == 0 || i == 5) {
            return -1;
        }
        String rest = word.substring(i);
        return rest.isEmpty() || isLetter(rest) || isSuffix(rest) ? value : -1;
    }

    /** A number of three figures at most, without a suffix. */
    static boolean isSmall(String word) {
        int value = word.length() <= 3 ? value(word) : -1;
        return value > 0 && Folding.isDigits(word);
    }

    static boolean isLetter(String word) {
        return word.length() == 1 && word.charAt(0) >= 'A' && word.charAt(0) <= 'Z';
    }

    static boolean isSuffix(String word) {
        return SUFFIXES.containsKey(word);
    }
}
