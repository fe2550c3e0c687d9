package fr.unefois.mdm.standardise;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Folds text for matching: capitals without accents, ligatures and foreign letters spelt out (Œ as OE, ß as SS, Ø as O,
 * Ł as L), Cyrillic, Greek and Arabic in their French transliteration; every dash, apostrophe and kind of space as one.
 * Letters of other scripts stay, so that they remain comparable. Folding twice changes nothing, and no text, however
 * odd, throws.
 */
public final class Folding {
    /** What a letter outside the table needs: a look at its code point. */
    private static final char SLOW = 1;

    private static final char DROP = 0;
    private static final char[] TABLE = table();

    private Folding() {}

    /** Words of letters and digits, one space between them. */
    public static String words(String text) {
        char[] letters = marked(text);
        int size = 0;
        boolean gap = false;
        for (char c : letters) {
            if (separates(c)) {
                gap = size > 0;
            } else {
                if (gap) {
                    letters[size++] = ' ';
                    gap = false;
                }
                letters[size++] = c;
            }
        }
        return new String(letters, 0, size);
    }

    /** Letters and digits alone, run together. */
    public static String run(String text) {
        char[] letters = marked(text);
        int size = 0;
        for (char c : letters) {
            if (!separates(c)) {
                letters[size++] = c;
            }
        }
        return new String(letters, 0, size);
    }

    /** The words of a folded text; none of an empty one. The list may be changed. */
    static List<String> split(String words) {
        List<String> split = new ArrayList<>(4);
        int start = 0;
        while (start < words.length()) {
            int end = words.indexOf(' ', start);
            end = end < 0 ? words.length() : end;
            split.add(words.substring(start, end));
            start = end + 1;
        }
        return split;
    }

    /** Whether there is nothing but digits; nothing at all is that too. */
    static boolean isDigits(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            if (folded.charAt(i) < '0' || folded.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether there is nothing but zeros; nothing at all is that too. */
    static boolean isZeros(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            if (folded.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    static boolean separates(char c) {
        return c == ' ' || c == '-' || c == '\'' || c == ',';
    }

    /**
     * The folded text with its separators by kind: space, {@code -} for any dash, {@code '} for any apostrophe,
     * {@code ,} for what parts a list.
     */
    static char[] marked(String text) {
        char[] out = new char[text.length() + 8];
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char folded = c < TABLE.length ? TABLE[c] : SLOW;
            if (folded == DROP) {
                continue;
            }
            if (folded != SLOW) {
                if (size == out.length) {
                    out = Arrays.copyOf(out, size * 2);
                }
                out[size++] = folded;
                continue;
            }
            int point = text.codePointAt(i);
            i += Character.charCount(point) - 1;
            String spelt = spelt(point, 0);
            if (size + spelt.length() > out.length) {
                out = Arrays.copyOf(out, (size + spelt.length()) * 2);
            }
            spelt.getChars(0, spelt.length(), out, size);
            size += spelt.length();
        }
        return size == out.length ? out : Arrays.copyOf(out, size);
    }

    private static char[] table() {
        char[] table = new char[0x250];
        for (char c = 0; c < table.length; c++) {
            String spelt = spelt(c, 0);
            table[c] = spelt.isEmpty() ? DROP : spelt.length() == 1 ? spelt.charAt(0) : SLOW;
        }
        return table;
    }

    private static String spelt(int point, int depth) {
        if ((point >= 'A' && point <= 'Z') || (point >= '0' && point <= '9')) {
            return String.valueOf((char) point);
        }
        if (point >= 'a' && point <= 'z') {
            return String.valueOf((char) (point - 32));
        }
        @Nullable String known = Transliteration.of(point);
        if (known != null) {
            return known;
        }
        if (!Character.isLetter(point)) {
            return mark(point);
        }
        String capital = new String(Character.toChars(Character.toUpperCase(point)));
        String parts = Normalizer.normalize(capital, Normalizer.Form.NFKD);
        if (depth > 3 || parts.equals(new String(Character.toChars(point)))) {
            return parts;
        }
        StringBuilder out = new StringBuilder();
        parts.codePoints().forEach(part -> out.append(spelt(part, depth + 1)));
        return out.toString();
    }

    private static String mark(int point) {
        int digit = Character.digit(point, 10);
        if (digit >= 0) {
            return String.valueOf((char) ('0' + digit));
        }
        return switch (point) {
            case ',', ';', '/', '|', '+', '&' -> ",";
            case '\'', '`', '´', 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0xFF07 -> "'";
            case 0x2212, 0x2043, 0x00AF -> "-";
            case '\t', '\n', '\r', 0x0B, '\f', 0x85 -> " ";
            case 0xFFFD -> "";
            default ->
                switch (Character.getType(point)) {
                    case Character.DASH_PUNCTUATION -> "-";
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.PRIVATE_USE,
                            Character.NON_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.COMBINING_SPACING_MARK -> "";
                    default -> " ";
                };
        };
    }
}
