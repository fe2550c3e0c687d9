package fr.unefois.mdm.standardise;

/**
 * A phonetic code of our own for French names: names that sound alike in French have one code (GAUTHIER and GAUTIER,
 * DUPONT and DUPOND, LEFEVRE and LEFEBVRE, RENAUD and RENAULT). Letters of the code are sounds: W for ou, 1 for an, 2
 * for in, 3 for on, X for ch. Text that is not A–Z passes through.
 */
final class FrenchPhonetic {
    private static final String SILENT_AT_END = "TDSXZPEH";

    private FrenchPhonetic() {}

    /** The code of a folded name; never empty for a name that is not. */
    static String code(String folded) {
        String name = trimmed(folded.replace("-", ""));
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); ) {
            i += sound(name, i, out);
        }
        return out.isEmpty() ? folded : out.toString();
    }

    /** Without the letters that end a French name in silence. */
    private static String trimmed(String name) {
        int end = name.length();
        while (end > 2 && SILENT_AT_END.indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return name.substring(0, end);
    }

    /** Appends the sound that begins here, and tells how many letters made it. */
    private static int sound(String name, int i, StringBuilder out) {
        char c = name.charAt(i);
        return switch (c) {
            case 'A', 'E', 'I', 'O', 'U', 'Y' -> vowel(name, i, out);
            case 'B' -> at(name, i + 1) == 'V' ? 1 : put(out, 'B', 1);
            case 'C' -> softOrHard(name, i, out);
            case 'G' -> guttural(name, i, out);
            case 'H' -> 1;
            case 'P' -> at(name, i + 1) == 'H' ? put(out, 'F', 2) : put(out, 'P', 1);
            case 'Q' -> put(out, 'K', at(name, i + 1) == 'U' ? 2 : 1);
            case 'S' ->
                at(name, i + 1) == 'C' && at(name, i + 2) == 'H'
                        ? put(out, 'X', 3)
                        : at(name, i + 1) == 'H' ? put(out, 'X', 2) : put(out, 'S', 1);
            case 'T' -> beforeCh(name, i + 1) ? 1 : put(out, 'T', 1);
            case 'W' -> put(out, 'V', 1);
            case 'X' -> put(put(out, 'K'), 'S', 1);
            case 'Z' -> put(out, 'S', 1);
            default -> put(out, c, 1);
        };
    }

    /** CHEVTCHENKO is SHEVCHENKO, KRETSCHMER is KRECHMER. */
    private static boolean beforeCh(String name, int i) {
        int c = at(name, i) == 'S' ? i + 1 : i;
        return at(name, c) == 'C' && at(name, c + 1) == 'H';
    }

    private static int softOrHard(String name, int i, StringBuilder out) {
        char next = at(name, i + 1);
        if (next == 'H') {
            return put(out, 'X', 2);
        }
        if (next == 'K') {
            return put(out, 'K', 2);
        }
        return put(out, next == 'E' || next == 'I' || next == 'Y' ? 'S' : 'K', 1);
    }

    private static int guttural(String name, int i, StringBuilder out) {
        char next = at(name, i + 1);
        char after = at(name, i + 2);
        if (next == 'N') {
            return put(out, 'N', 2);
        }
        if (next == 'U' && (after == 'E' || after == 'I' || after == 'Y')) {
            return put(out, 'G', 2);
        }
        return put(out, next == 'E' || next == 'I' || next == 'Y' ? 'J' : 'G', 1);
    }

    private static int vowel(String name, int i, StringBuilder out) {
        char c = name.charAt(i);
        char next = at(name, i + 1);
        char after = at(name, i + 2);
        if (c == 'E' && next == 'A' && after == 'U') {
            return put(out, 'O', 3);
        }
        if (c == 'A' && next == 'U') {
            // The l of AULT and AULD is silent: ARNAULT is ARNAUD.
            return put(out, 'O', after == 'L' && i + 3 == name.length() ? 3 : 2);
        }
        if (c == 'O' && next == 'U') {
            return put(out, 'W', 2);
        }
        boolean high = next == 'I' || next == 'Y';
        if ((c == 'A' || c == 'E') && high) {
            return nasal(name, i + 2) ? put(out, '2', 3) : put(out, 'E', 2);
        }
        if (nasal(name, i + 1)) {
            return switch (c) {
                case 'A' -> put(out, '1', 2);
                case 'E' -> put(out, !out.isEmpty() && out.charAt(out.length() - 1) == 'I' ? '2' : '1', 2);
                case 'O' -> put(out, '3', 2);
                default -> put(out, '2', 2);
            };
        }
        if (c == 'E' && next == 'R' && i + 2 == name.length()) {
            return put(out, 'E', 2);
        }
        return put(out, c == 'Y' ? 'I' : c, 1);
    }

    /** N or M that is not spoken: before a consonant other than N, M, H, or at the end. */
    private static boolean nasal(String name, int i) {
        char c = at(name, i);
        char next = at(name, i + 1);
        return (c == 'N' || c == 'M') && (next == 0 || "AEIOUYNMH".indexOf(next) < 0);
    }

    private static char at(String name, int i) {
        return i < name.length() ? name.charAt(i) : 0;
    }

    private static int put(StringBuilder out, char sound, int letters) {
        put(out, sound);
        return letters;
    }

    /** A double letter sounds once. */
    private static StringBuilder put(StringBuilder out, char sound) {
        if (out.isEmpty() || out.charAt(out.length() - 1) != sound) {
            out.append(sound);
        }
        return out;
    }
}
