package fr.unefois.mdm.batch.generate;

import java.util.Locale;

/** Slips of the finger and of the ear in a word. */
final class Slips {
    /** Neighbours on an AZERTY keyboard. */
    private static final String[] NEIGHBOURS = {
        "azq", "bvn", "cxv", "dsf", "ezr", "fdg", "gfh", "hgj", "iuo", "jhk", "kjl", "lkm", "mlp", "nbh", "oip", "pom",
        "qsa", "red", "sqd", "try", "uyi", "vcb", "wxs", "xwc", "ytu", "zae"
    };

    /** What is heard, and another way to write it. */
    private static final String[][] HEARD = {
        {"ph", "f"},
        {"c", "k"},
        {"qu", "k"},
        {"i", "y"},
        {"y", "i"},
        {"s", "z"},
        {"z", "s"},
        {"g", "j"},
        {"eau", "o"},
        {"au", "o"},
        {"ai", "e"},
        {"en", "an"},
        {"an", "en"},
        {"ss", "s"},
        {"tt", "t"},
        {"ll", "l"},
        {"nn", "n"},
        {"rr", "r"},
        {"th", "t"},
        {"d", "t"},
        {"x", "s"},
        {"ch", "sh"},
        {"ou", "u"},
        {"ier", "ié"},
        {"et", "ay"},
        {"er", "é"},
        {"k", "c"},
        {"f", "ph"},
        {"h", ""},
        {"m", "n"}
    };

    private Slips() {}

    /** The word with one slip, or two in one word of twelve. */
    static String in(String word, Dice dice) {
        String slipped = dice.chance(0.3) ? heard(word, dice) : struck(word, dice);
        return inTheCaseOf(word, dice.chance(0.08) ? struck(slipped, dice) : slipped);
    }

    /** A capitalised word stays so, whichever letter now comes first. */
    private static String inTheCaseOf(String word, String slipped) {
        if (word.length() < 2 || !Character.isUpperCase(word.charAt(0)) || !Character.isLowerCase(word.charAt(1))) {
            return slipped;
        }
        String start = slipped.substring(0, Math.min(2, slipped.length())).toLowerCase(Locale.ROOT);
        return Letters.capitalised(start) + slipped.substring(start.length());
    }

    private static String struck(String word, Dice dice) {
        if (word.length() < 2) {
            return word;
        }
        int at = dice.below(word.length());
        char c = word.charAt(at);
        String before = word.substring(0, at);
        String after = word.substring(at + 1);
        return switch (dice.below(5)) {
            case 0 -> before + c + c + after;
            case 1 -> word.length() > 3 ? before + after : before + c + c + after;
            case 2 -> before + neighbour(c, dice) + after;
            case 3 -> before + neighbour(c, dice) + after;
            default -> at + 1 < word.length() ? before + word.charAt(at + 1) + c + word.substring(at + 2) : word + c;
        };
    }

    private static char neighbour(char c, Dice dice) {
        char plain = Character.toLowerCase(Letters.plain(String.valueOf(c)).charAt(0));
        if (plain < 'a' || plain > 'z') {
            return c;
        }
        String near = NEIGHBOURS[plain - 'a'];
        char struck = near.charAt(1 + dice.below(near.length() - 1));
        return Character.isUpperCase(c) ? Character.toUpperCase(struck) : struck;
    }

    private static String heard(String word, Dice dice) {
        String lower = word.toLowerCase(Locale.ROOT);
        int first = dice.below(HEARD.length);
        for (int i = 0; i < HEARD.length; i++) {
            String[] sound = HEARD[(first + i) % HEARD.length];
            int at = lower.indexOf(sound[0], dice.below(2));
            if (at >= 0 && lower.length() == word.length()) {
                String written = Character.isUpperCase(word.charAt(at)) && !sound[1].isEmpty()
                        ? Letters.capitalised(sound[1])
                        : sound[1];
                return word.substring(0, at) + written + word.substring(at + sound[0].length());
            }
        }
        return struck(word, dice);
    }

    /** A digit mistaken, or two neighbours exchanged. */
    static String inDigits(String digits, Dice dice) {
        int at = dice.below(digits.length() - 1);
        if (dice.chance(0.5)) {
            char other = (char) ('0' + dice.below(10));
            return digits.substring(0, at) + other + digits.substring(at + 1);
        }
        return digits.substring(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.substring(at + 2);
    }
}
