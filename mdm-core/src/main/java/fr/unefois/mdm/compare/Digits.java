package fr.unefois.mdm.compare;

import fr.unefois.mdm.standardise.Dictionary;

/**
 * Numbers of up to 16 digits, four bits a digit in one number: most pairs differ in more digits than a slip explains, and
 * that is seen without looking at the texts.
 */
final class Digits {
    private static final int MOST = Long.SIZE / 4;
    private static final long LOWEST_BITS = 0x1111_1111_1111_1111L;
    /** Of a text that is no such number. */
    private static final long NONE = 0;

    private final Dictionary<String> numbers;
    private final long[] packed;

    Digits(Dictionary<String> numbers) {
        this.numbers = numbers;
        this.packed = new long[numbers.size()];
        for (int code = 0; code < packed.length; code++) {
            packed[code] = packed(numbers.value(code));
        }
    }

    /** As {@link Edits#atMostOne} has it. */
    boolean atMostOneEdit(int a, int b) {
        return maybe(packed[a], packed[b]) && Edits.atMostOne(numbers.value(a), numbers.value(b));
    }

    private static boolean maybe(long a, long b) {
        return a == NONE || b == NONE || length(a) != length(b) || otherDigits(a, b) <= 2;
    }

    private static int otherDigits(long a, long b) {
        long other = a ^ b;
        other |= other >>> 2;
        other |= other >>> 1;
        return Long.bitCount(other & LOWEST_BITS);
    }

    private static int length(long packed) {
        return MOST - Long.numberOfLeadingZeros(packed) / 4;
    }

    private static long packed(String number) {
        if (number.length() > MOST) {
            return NONE;
        }
        long packed = 0;
        for (int i = number.length() - 1; i >= 0; i--) {
            int digit = number.charAt(i) == '+' ? 10 : number.charAt(i) - '0';
            if (digit < 0 || digit > 10) {
                return NONE;
            }
            packed = packed << 4 | (digit + 1);
        }
        return packed;
    }
}
