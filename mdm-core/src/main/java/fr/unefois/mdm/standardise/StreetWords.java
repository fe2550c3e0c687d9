package fr.unefois.mdm.standardise;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a street line. */
final class StreetWords {
    private StreetWords() {}

    /** Folded words, the types of two words as one. */
    static List<String> of(String line) {
        List<String> words = Folding.split(Folding.words(line));
        for (int i = 0; i < words.size(); i++) {
            int digits = gluedNumber(words.get(i));
            if (digits > 0) {
                words.add(i + 1, words.get(i).substring(digits));
                words.set(i, words.get(i).substring(0, digits));
            }
        }
        for (int i = 0; i + 1 < words.size(); i++) {
            String joined = joined(words.get(i), words.get(i + 1));
            if (joined != null) {
                words.set(i, joined);
                words.remove(i + 1);
            }
        }
        return words;
    }

    /** How many digits stand before a type that lost its space, 14RUE; 0 when it is not so. */
    private static int gluedNumber(String word) {
        int digits = 0;
        while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
            digits++;
        }
        boolean type = digits > 0
                && digits <= 4
                && (word.length() > digits + 1 || word.endsWith("R"))
                && WayTypes.full(word.substring(digits)) != null;
        return type ? digits : 0;
    }

    private static @Nullable String joined(String word, String next) {
        return switch (word) {
            case "ROND" -> next.equals("POINT") ? "RONDPOINT" : null;
            case "LIEU" -> next.equals("DIT") ? "LIEUDIT" : null;
            case "GRAND", "GRANDE", "GD" -> next.equals("RUE") ? "GRANDRUE" : null;
            default -> null;
        };
    }
}
