package fr.unefois.mdm.batch.dedupe.column;

import org.jspecify.annotations.Nullable;

/**
 * In which order a column writes day and month, told from all its values: {@code 03/25/1987} can only be the American
 * order, {@code 25/03/1987} only the other.
 */
final class DayMonth {
    /** An exchanged day and month is a common slip; so many times as many must show the American order. */
    private static final int CLEARLY = 4;

    private long dayFirst;
    private long monthFirst;

    void add(String value, int times) {
        int[] ends = ends(value);
        if (ends != null) {
            int first = number(value, 0, ends[0]);
            int second = number(value, ends[0] + 1, ends[1]);
            dayFirst += first > 12 && first <= 31 && second <= 12 ? times : 0;
            monthFirst += second > 12 && second <= 31 && first <= 12 ? times : 0;
        }
    }

    void add(DayMonth other) {
        dayFirst += other.dayFirst;
        monthFirst += other.monthFirst;
    }

    boolean monthFirst() {
        return monthFirst > 0 && monthFirst >= CLEARLY * dayFirst;
    }

    /** The value with the day before the month, where it is a date that begins with the month. */
    static String dayFirst(String value) {
        int[] ends = ends(value);
        if (ends == null || number(value, 0, ends[0]) > 12) {
            return value;
        }
        return value.substring(ends[0] + 1, ends[1])
                + value.charAt(ends[0])
                + value.substring(0, ends[0])
                + value.substring(ends[1]);
    }

    /** Where the first and the second number of one or two digits end, when a year follows them. */
    private static int @Nullable [] ends(String value) {
        int first = digits(value, 0);
        if (first < 1 || first > 2 || first >= value.length() || !parts(value.charAt(first))) {
            return null;
        }
        int second = digits(value, first + 1);
        boolean short2 = second - first - 1 >= 1 && second - first - 1 <= 2;
        if (!short2 || second >= value.length() || !parts(value.charAt(second))) {
            return null;
        }
        int end = digits(value, second + 1);
        int year = end - second - 1;
        boolean ends = end == value.length() || value.charAt(end) == ' ' || value.charAt(end) == 'T';
        return ends && (year == 2 || year == 4) ? new int[] {first, second} : null;
    }

    private static int digits(String value, int from) {
        int at = from;
        while (at < value.length() && value.charAt(at) >= '0' && value.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static boolean parts(char c) {
        return c == '/' || c == '-' || c == '.' || c == ' ';
    }

    private static int number(String value, int from, int to) {
        return Integer.parseInt(value, from, to, 10);
    }
}
