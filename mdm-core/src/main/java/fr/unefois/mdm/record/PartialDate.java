package fr.unefois.mdm.record;

import java.util.Locale;

/**
 * A date known to the year, the month or the day; it never invents precision.
 *
 * @param month 1–12, or 0 when unknown
 * @param day 1–31, or 0 when unknown; known only with the month
 * @param presumed whether the day and month are likely a default (FranceConnect and others write 01 for what they do
 *     not know) rather than known
 */
public record PartialDate(int year, int month, int day, boolean presumed) implements Comparable<PartialDate> {
    public enum Precision {
        YEAR,
        MONTH,
        DAY
    }

    public PartialDate {
        boolean inRange = year >= 1 && year <= 9999 && month >= 0 && month <= 12 && day >= 0;
        if (!inRange || (month == 0 && day != 0) || (month > 0 && day > daysIn(year, month))) {
            throw new IllegalArgumentException("not a date of the calendar");
        }
    }

    public static PartialDate of(int year, int month, int day) {
        return new PartialDate(year, month, day, false);
    }

    /** Whether year, month and day are those of a date of the calendar, 0 standing for an unknown month or day. */
    public static boolean exists(int year, int month, int day) {
        return year >= 1
                && year <= 9999
                && month >= 0
                && month <= 12
                && day >= 0
                && (month == 0 ? day == 0 : day <= daysIn(year, month));
    }

    private static int daysIn(int year, int month) {
        return java.time.YearMonth.of(year, month).lengthOfMonth();
    }

    public Precision precision() {
        return month == 0 ? Precision.YEAR : day == 0 ? Precision.MONTH : Precision.DAY;
    }

    /** {@code 1987}, {@code 1987-04} or {@code 1987-04-12}. */
    public String iso() {
        return switch (precision()) {
            case YEAR -> String.format(Locale.ROOT, "%04d", year);
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", year, month);
            case DAY -> String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
        };
    }

    @Override
    public int compareTo(PartialDate other) {
        int byYear = Integer.compare(year, other.year);
        int byMonth = byYear != 0 ? byYear : Integer.compare(month, other.month);
        return byMonth != 0 ? byMonth : Integer.compare(day, other.day);
    }

    @Override
    public String toString() {
        return "PartialDate[" + precision() + "]";
    }
}
