package fr.unefois.mdm.compare;

import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.standardise.Dictionary;
import fr.unefois.mdm.standardise.ValueColumn;

/** Birth dates: a partial date by what it does say, a default 1 January as weak evidence, slips as partial agreement. */
final class BirthDates extends Comparison {
    /** Two people of one name who are born so many years apart may be parent and child. */
    private static final int GENERATION = 12;

    private final int exact;
    private final int swapped;
    private final int month;
    private final int oneEdit;
    private final int century;
    private final int year;
    private final int presumed;
    private final int defaulted;
    private final int twoParts;
    private final int twoEdits;
    private final int generation;
    private final int sameYear;
    private final int different;

    BirthDates(Weights weights) {
        super("birthDate", weights);
        exact = levels().place("exact");
        swapped = levels().place("swapped");
        month = levels().place("month");
        oneEdit = levels().place("oneEdit");
        century = levels().place("century");
        year = levels().place("year");
        presumed = levels().place("presumed");
        defaulted = levels().place("defaulted");
        twoParts = levels().place("twoParts");
        twoEdits = levels().place("twoEdits");
        generation = levels().place("generation");
        sameYear = levels().place("sameYear");
        different = levels().place("different");
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    boolean contradicts(int place) {
        return place != exact && place != month && place != year && place != presumed && place != defaulted;
    }

    @Override
    Comparer over(NamedColumns people) {
        ValueColumn<PartialDate> dates = people.columns().birthDates();
        Dictionary<PartialDate> values = dates.values();
        int[] digits = new int[values.size()];
        boolean[] presumedDay = new boolean[values.size()];
        for (int code = 0; code < digits.length; code++) {
            digits[code] = DateDigits.of(values.value(code));
            presumedDay[code] = values.value(code).presumed() || DateDigits.firstOfJanuary(digits[code]);
        }
        return (left, right) -> {
            int a = dates.code(left);
            int b = dates.code(right);
            return a == ValueColumn.NONE || b == ValueColumn.NONE
                    ? EvidenceCode.MISSING
                    : levels().evidence(level(digits[a], digits[b], presumedDay[a] || presumedDay[b]));
        };
    }

    /** @param presumedDay whether the day and month of either is likely a default */
    private int level(int a, int b, boolean presumedDay) {
        if (DateDigits.hasDay(a) && DateDigits.hasDay(b)) {
            return days(a, b, presumedDay);
        }
        if (DateDigits.hasMonth(a) && DateDigits.hasMonth(b)) {
            return months(a, b, presumedDay);
        }
        return DateDigits.sameYear(a, b) ? year : different;
    }

    private int months(int a, int b, boolean presumedDay) {
        if (!DateDigits.sameYear(a, b)) {
            return different;
        }
        if (DateDigits.sameMonth(a, b)) {
            return presumedDay ? presumed : month;
        }
        return presumedDay ? defaulted : sameYear;
    }

    private int days(int a, int b, boolean presumedDay) {
        boolean sameDay = DateDigits.sameMonth(a, b) && DateDigits.sameDay(a, b);
        if (DateDigits.sameYear(a, b)) {
            if (sameDay) {
                return presumedDay ? presumed : exact;
            }
            if (DateDigits.swapped(a, b)) {
                return swapped;
            }
            if (presumedDay) {
                return defaulted;
            }
        } else if (sameDay && !presumedDay && Math.abs(DateDigits.year(a) - DateDigits.year(b)) == 100) {
            return century;
        }
        int alike = presumedDay ? different : alike(a, b);
        if (alike != different && Math.abs(DateDigits.year(a) - DateDigits.year(b)) >= GENERATION) {
            return generation;
        }
        return alike == different && DateDigits.sameYear(a, b) ? sameYear : alike;
    }

    private int alike(int a, int b) {
        if (DateDigits.atMostOneEdit(a, b)) {
            return oneEdit;
        }
        if (sameParts(a, b) == 2) {
            return twoParts;
        }
        return DateDigits.others(a, b) == 2 ? twoEdits : different;
    }

    private static int sameParts(int a, int b) {
        return (DateDigits.sameYear(a, b) ? 1 : 0)
                + (DateDigits.sameMonth(a, b) ? 1 : 0)
                + (DateDigits.sameDay(a, b) ? 1 : 0);
    }
}
