package fr.unefois.mdm.block;

import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.record.PartialDate.Precision;
import fr.unefois.mdm.standardise.FamilyName;
import fr.unefois.mdm.standardise.StandardAddress;
import java.util.ArrayList;
import java.util.List;

/** What blocking makes of one value; none where it does not say what is asked. */
final class CitizenValues {
    private static final int SHORTEST_PART = 3;

    private CitizenValues() {}

    static List<String> prefix(String text, int length) {
        return List.of(text.length() > length ? text.substring(0, length) : text);
    }

    static List<String> withParts(FamilyName name) {
        List<String> names = new ArrayList<>(2);
        names.add(name.folded());
        for (String part : name.parts()) {
            if (part.length() >= SHORTEST_PART && !names.contains(part)) {
                names.add(part);
            }
        }
        return names;
    }

    static List<String> date(PartialDate date, Precision precision) {
        if (date.precision().compareTo(precision) < 0) {
            return List.of();
        }
        return List.of(
                switch (precision) {
                    case YEAR -> Integer.toString(date.year());
                    case MONTH -> Integer.toString(date.year() * 100 + date.month());
                    case DAY -> Integer.toString((date.year() * 100 + date.month()) * 100 + date.day());
                });
    }

    /** The day of the year; never a presumed one, which half of the foreign-born would share. */
    static List<String> monthDay(PartialDate date) {
        return date.precision() != Precision.DAY || date.presumed()
                ? List.of()
                : List.of(Integer.toString(date.month() * 100 + date.day()));
    }

    static List<String> postcode(StandardAddress address) {
        return address.postcode() == null ? List.of() : List.of(address.postcode());
    }

    static List<String> street(StandardAddress address) {
        return address.way().isEmpty() || address.postcode() == null
                ? List.of()
                : List.of(address.postcode() + ' ' + address.way());
    }

    static List<String> house(StandardAddress address) {
        return address.number() == 0 || street(address).isEmpty()
                ? List.of()
                : List.of(street(address).get(0) + ' ' + address.number());
    }
}
