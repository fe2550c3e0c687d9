package fr.unefois.mdm.compare;

import fr.unefois.mdm.record.PartialDate;

/**
 * A date as its eight digits, YYYYMMDD, four bits each: two dates are compared without looking at anything else. What is
 * not known is 00.
 */
final class DateDigits {
    private static final int LOWEST_BITS = 0x1111_1111;

    private DateDigits() {}

    static int of(PartialDate date) {
        int digits = 0;
        int rest = (date.year() * 100 + date.month()) * 100 + date.day();
        for (int shift = 0; shift < Integer.SIZE; shift += 4) {
            digits |= rest % 10 << shift;
            rest /= 10;
        }
        return digits;
    }

    static boolean hasMonth(int date) {
        return (date & 0xFF00) != 0;
    }

    static boolean hasDay(int date) {
        return (date & 0xFF) != 0;
    }

    static boolean sameYear(int a, int b) {
        return (a ^ b) >>> 16 == 0;
    }

    static boolean sameMonth(int a, int b) {
        return ((a ^ b) & 0xFF00) == 0;
    }

    static boolean sameDay(int a, int b) {
        return ((a ^ b) & 0xFF) == 0;
    }

    /** Whether the day of either is the month of the other. */
    static boolean swapped(int a, int b) {
        return ((a & 0xFF) << 8 | (a & 0xFF00) >>> 8) == (b & 0xFFFF);
    }

    static boolean firstOfJanuary(int date) {
        return (date & 0xFFFF) == 0x0101;
    }

    static int year(int date) {
        return (date >>> 28) * 1000 + (date >>> 24 & 0xF) * 100 + (date >>> 20 & 0xF) * 10 + (date >>> 16 & 0xF);
    }

    /** In how many places the digits differ. */
    static int others(int a, int b) {
        return Integer.bitCount(places(a, b));
    }

    /** One digit is another, or two neighbours are swapped. */
    static boolean atMostOneEdit(int a, int b) {
        int places = places(a, b);
        int low = Integer.numberOfTrailingZeros(places);
        int two = 0x11 << low;
        return Integer.bitCount(places) <= 1
                || (places == two
                        && (a >>> low & 0xF) == (b >>> (low + 4) & 0xF)
                        && (a >>> (low + 4) & 0xF) == (b >>> low & 0xF));
    }

    private static int places(int a, int b) {
        int other = a ^ b;
        other |= other >>> 2;
        other |= other >>> 1;
        return other & LOWEST_BITS;
    }
}
