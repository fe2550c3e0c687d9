package fr.unefois.mdm.compare;

import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.record.PartialDate.Precision;
import fr.unefois.mdm.standardise.StandardRecord;

/** Birth dates: a partial date by what it does say, a default 1 January as weak evidence, slips as partial agreement. */
final class BirthDates implements Comparison {
    static final String NAME = "birthDate";

    private final Level exact;
    private final Level swapped;
    private final Level month;
    private final Level oneEdit;
    private final Level century;
    private final Level year;
    private final Level presumed;
    private final Level defaulted;
    private final Level twoParts;
    private final Level twoEdits;
    private final Level sameYear;
    private final Level different;

    BirthDates(Weights weights) {
        exact = weights.level(NAME, "exact");
        swapped = weights.level(NAME, "swapped");
        month = weights.level(NAME, "month");
        oneEdit = weights.level(NAME, "oneEdit");
        century = weights.level(NAME, "century");
        year = weights.level(NAME, "year");
        presumed = weights.level(NAME, "presumed");
        defaulted = weights.level(NAME, "defaulted");
        twoParts = weights.level(NAME, "twoParts");
        twoEdits = weights.level(NAME, "twoEdits");
        sameYear = weights.level(NAME, "sameYear");
        different = weights.level(NAME, "different");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public Evidence compare(StandardRecord left, StandardRecord right) {
        PartialDate a = left.birthDate();
        PartialDate b = right.birthDate();
        return a == null || b == null ? Level.missing(NAME) : level(a, b).evidence();
    }

    private Level level(PartialDate a, PartialDate b) {
        Precision precision = a.precision().compareTo(b.precision()) <= 0 ? a.precision() : b.precision();
        return switch (precision) {
            case YEAR -> a.year() == b.year() ? year : different;
            case MONTH -> months(a, b);
            case DAY -> days(a, b);
        };
    }

    private Level months(PartialDate a, PartialDate b) {
        if (a.year() != b.year()) {
            return different;
        }
        if (a.month() == b.month()) {
            return firstOfJanuary(a) || firstOfJanuary(b) ? presumed : month;
        }
        return firstOfJanuary(a) || firstOfJanuary(b) ? defaulted : sameYear;
    }

    private Level days(PartialDate a, PartialDate b) {
        boolean sameDay = a.month() == b.month() && a.day() == b.day();
        if (a.year() == b.year()) {
            if (sameDay) {
                return firstOfJanuary(a) ? presumed : exact;
            }
            if (a.month() == b.day() && a.day() == b.month()) {
                return swapped;
            }
            if (firstOfJanuary(a) || firstOfJanuary(b)) {
                return defaulted;
            }
        } else if (sameDay && !firstOfJanuary(a) && Math.abs(a.year() - b.year()) == 100) {
            return century;
        }
        if (!firstOfJanuary(a) && !firstOfJanuary(b)) {
            if (Edits.atMostOne(digits(a), digits(b))) {
                return oneEdit;
            }
            if (sameParts(a, b) == 2) {
                return twoParts;
            }
            if (otherDigits(digits(a), digits(b)) == 2) {
                return twoEdits;
            }
        }
        return a.year() == b.year() ? sameYear : different;
    }

    private static int sameParts(PartialDate a, PartialDate b) {
        return (a.year() == b.year() ? 1 : 0) + (a.month() == b.month() ? 1 : 0) + (a.day() == b.day() ? 1 : 0);
    }

    private static int otherDigits(String a, String b) {
        int other = Math.abs(a.length() - b.length());
        for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
            other += a.charAt(i) == b.charAt(i) ? 0 : 1;
        }
        return other;
    }

    private static boolean firstOfJanuary(PartialDate date) {
        return date.presumed() || (date.month() == 1 && date.day() == 1);
    }

    private static String digits(PartialDate date) {
        return Integer.toString((date.year() * 100 + date.month()) * 100 + date.day());
    }
}
