package fr.unefois.mdm.compare;

import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.record.PartialDate.Precision;
import fr.unefois.mdm.standardise.Dictionary;
import fr.unefois.mdm.standardise.ValueColumn;

/** Birth dates: a partial date by what it does say, a default 1 January as weak evidence, slips as partial agreement. */
final class BirthDates extends Comparison {
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
        sameYear = levels().place("sameYear");
        different = levels().place("different");
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    Comparer over(NamedColumns people) {
        ValueColumn<PartialDate> dates = people.columns().birthDates();
        Dictionary<PartialDate> values = dates.values();
        PairCache levels =
                new PairCache(values.size(), values.size(), (a, b) -> level(values.value(a), values.value(b)));
        return (left, right) -> {
            int a = dates.code(left);
            int b = dates.code(right);
            if (a == ValueColumn.NONE || b == ValueColumn.NONE) {
                return EvidenceCode.MISSING;
            }
            return levels().evidence(levels.ofEither(a, b));
        };
    }

    private int level(PartialDate a, PartialDate b) {
        Precision precision = a.precision().compareTo(b.precision()) <= 0 ? a.precision() : b.precision();
        return switch (precision) {
            case YEAR -> a.year() == b.year() ? year : different;
            case MONTH -> months(a, b);
            case DAY -> days(a, b);
        };
    }

    private int months(PartialDate a, PartialDate b) {
        if (a.year() != b.year()) {
            return different;
        }
        if (a.month() == b.month()) {
            return firstOfJanuary(a) || firstOfJanuary(b) ? presumed : month;
        }
        return firstOfJanuary(a) || firstOfJanuary(b) ? defaulted : sameYear;
    }

    private int days(PartialDate a, PartialDate b) {
        boolean sameDay = a.month() == b.month() && a.day() == b.day();
        if (a.year() == b.year()) {
            if (sameDay) {
                return firstOfJanuary(a) || firstOfJanuary(b) ? presumed : exact;
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
