package fr.unefois.mdm.record;

/**
 * Recognises the NIR (numéro de sécurité sociale), which this service may not keep (décret 2019-341): fifteen
 * characters with a valid key, or thirteen whose sex, month and département are plausible, wherever they stand in a
 * text and however they are spaced. A number that begins with {@code +} is a phone's.
 */
public final class Nir {
    private static final int WITHOUT_KEY = 13;
    private static final int WITH_KEY = 15;
    private static final char[] EMPTY = {};

    private Nir() {}

    /** Whether some part of the text looks like a NIR. */
    public static boolean looksLike(String text) {
        return text.length() >= WITHOUT_KEY && next(text, 0) != 0;
    }

    /** The text with a star for each character of what looks like a NIR. */
    public static String mask(String text) {
        char[] masked = text.toCharArray();
        int from = 0;
        for (long found = next(text, 0); found != 0; found = next(text, from)) {
            from = (int) found;
            for (int i = (int) (found >>> 32); i < from; i++) {
                masked[i] = separator(masked[i]) ? masked[i] : '*';
            }
        }
        return new String(masked);
    }

    /** Start and end of the next NIR, packed, or 0. */
    private static long next(String text, int from) {
        char[] number = EMPTY;
        for (int start = from; start <= text.length() - WITHOUT_KEY; start++) {
            if (!digit(text.charAt(start)) || (start > 0 && joins(text.charAt(start - 1)))) {
                continue;
            }
            if (number.length == 0) {
                number = new char[WITH_KEY + 1];
            }
            int count = 0;
            int end = start;
            int afterThirteen = -1;
            for (int i = start; i < text.length() && count <= WITH_KEY; i++) {
                char c = text.charAt(i);
                if (separator(c)) {
                    continue;
                }
                boolean corsica = count == 6 && (c == 'A' || c == 'B' || c == 'a' || c == 'b') && number[5] == '2';
                if (!digit(c) && !corsica) {
                    // A letter glued to the digits makes it a reference, not a number.
                    count = Character.isLetter(c) && i == end ? -1 : count;
                    break;
                }
                if (count == WITH_KEY && i > end) {
                    break;
                }
                number[count++] = Character.toUpperCase(c);
                end = i + 1;
                if (count == WITHOUT_KEY) {
                    afterThirteen = end;
                }
            }
            if (count == WITH_KEY && plausible(number, true) && keyIsRight(number)) {
                return (long) start << 32 | end;
            }
            if (count == WITHOUT_KEY && plausible(number, false)) {
                return (long) start << 32 | afterThirteen;
            }
        }
        return 0;
    }

    private static boolean plausible(char[] number, boolean keyed) {
        int month = (number[3] - '0') * 10 + number[4] - '0';
        boolean corsica = !digit(number[6]);
        int department = corsica ? 20 : (number[5] - '0') * 10 + number[6] - '0';
        boolean sex = number[0] == '1' || number[0] == '2' || (keyed && "3478".indexOf(number[0]) >= 0);
        boolean born = (month >= 1 && month <= 12) || (keyed && (month >= 20 && (month <= 42 || month >= 50)));
        return sex && born && department >= 1;
    }

    private static boolean keyIsRight(char[] number) {
        long value = 0;
        for (int i = 0; i < WITHOUT_KEY; i++) {
            int digit = number[i] == 'A' ? 9 : number[i] == 'B' ? 8 : number[i] - '0';
            // 2A counts as 19 and 2B as 18.
            digit = i == 5 && !digit(number[6]) ? 1 : digit;
            value = value * 10 + digit;
        }
        return 97 - value % 97 == (number[13] - '0') * 10L + number[14] - '0';
    }

    private static boolean joins(char before) {
        return Character.isLetterOrDigit(before) || before == '+';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean separator(char c) {
        return c == ' ' || c == '.' || c == '-' || c == '_' || c == '/' || c == '\t' || c == 0xA0 || c == 0x202F;
    }
}
