package fr.unefois.mdm.block;

import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.standardise.FamilyName;
import fr.unefois.mdm.standardise.GivenName;
import fr.unefois.mdm.standardise.StandardAddress;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** What a blocking rule may ask of the canonical attributes. */
enum CitizenField implements Field {
    EMAIL(StandardRecord::emails),
    PHONE(StandardRecord::phones),
    /** Birth, usage and former names alike, and each part of a double name. */
    SURNAME(CitizenField::surnames),
    SURNAME3(record -> prefixes(wholeSurnames(record), 3)),
    SURNAME4(record -> prefixes(wholeSurnames(record), 4)),
    FIRST(record -> firsts(record, GivenName::variant)),
    FIRST3(record -> prefixes(firsts(record, GivenName::folded), 3)),
    /** Family or given name, so that swapping them changes nothing. */
    NAME3(CitizenField::names3),
    DATE(record -> date(record, PartialDate.Precision.DAY)),
    YEAR(record -> date(record, PartialDate.Precision.YEAR)),
    YEAR_MONTH(record -> date(record, PartialDate.Precision.MONTH)),
    MONTH_DAY(CitizenField::monthDay),
    POSTCODE(record -> addresses(record, address -> address.postcode() == null ? "" : address.postcode())),
    STREET(record -> addresses(record, CitizenField::street)),
    HOUSE(record -> addresses(
            record, address -> address.number() == 0 ? "" : join(street(address), Integer.toString(address.number())))),
    BIRTH_PLACE(CitizenField::birthPlace),
    /** Family and given name in alphabetical order, so that swapping them changes nothing. */
    NAMES(CitizenField::sortedNames),
    SEX(record -> List.of(record.sex().name())),
    /** One value for all: every two records meet, which only a small file can afford. */
    ANY(record -> List.of("any"));

    // The functions are pure and hold nothing.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<StandardRecord, List<String>> values;

    CitizenField(Function<StandardRecord, List<String>> values) {
        this.values = values;
    }

    @Override
    public Set<String> comparisons() {
        return switch (this) {
            case EMAIL -> Set.of("emails");
            case PHONE -> Set.of("phones");
            case SURNAME, SURNAME3, SURNAME4 -> Set.of("familyName");
            case FIRST, FIRST3 -> Set.of("givenNames");
            case NAME3, NAMES -> Set.of("familyName", "givenNames");
            case DATE, YEAR, YEAR_MONTH, MONTH_DAY -> Set.of("birthDate");
            case POSTCODE, STREET, HOUSE -> Set.of("addresses");
            case BIRTH_PLACE -> Set.of("birthPlace");
            case SEX -> Set.of("sex");
            case ANY -> Set.of();
        };
    }

    /** The name in a model's file: {@code yearMonth}, {@code surname3}. */
    String text() {
        String[] words = name().split("_", -1);
        StringBuilder text = new StringBuilder(words[0].toLowerCase(Locale.ROOT));
        for (int i = 1; i < words.length; i++) {
            text.append(words[i].charAt(0)).append(words[i].substring(1).toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }

    @Override
    public List<String> values(StandardRecord record) {
        return values.apply(record);
    }

    private static List<String> wholeSurnames(StandardRecord record) {
        List<String> names = new ArrayList<>(2);
        for (FamilyName name : names(record)) {
            addOnce(name.folded(), names);
        }
        return names;
    }

    private static List<String> surnames(StandardRecord record) {
        List<String> names = wholeSurnames(record);
        for (FamilyName name : names(record)) {
            for (String part : name.parts()) {
                if (part.length() > 2) {
                    addOnce(part, names);
                }
            }
        }
        return names;
    }

    /** A handful of values at most: looking through them costs less than a set. */
    private static void addOnce(String text, List<String> texts) {
        if (!texts.contains(text)) {
            texts.add(text);
        }
    }

    private static List<FamilyName> names(StandardRecord record) {
        List<FamilyName> names = new ArrayList<>(2);
        if (record.birthName() != null) {
            names.add(record.birthName());
        }
        if (record.usageName() != null) {
            names.add(record.usageName());
        }
        names.addAll(record.formerNames());
        return names;
    }

    private static List<String> firsts(StandardRecord record, Function<GivenName, String> form) {
        if (record.givenNames().isEmpty() || record.givenNames().get(0).initial()) {
            return List.of();
        }
        return List.of(form.apply(record.givenNames().get(0)));
    }

    private static List<String> prefixes(List<String> texts, int length) {
        List<String> prefixes = new ArrayList<>(texts.size());
        for (String text : texts) {
            addOnce(text.length() > length ? text.substring(0, length) : text, prefixes);
        }
        return prefixes;
    }

    private static List<String> names3(StandardRecord record) {
        List<String> names = prefixes(wholeSurnames(record), 3);
        for (String first : prefixes(firsts(record, GivenName::folded), 3)) {
            addOnce(first, names);
        }
        return names;
    }

    private static List<String> date(StandardRecord record, PartialDate.Precision precision) {
        PartialDate date = record.birthDate();
        if (date == null || date.precision().compareTo(precision) < 0) {
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
    private static List<String> monthDay(StandardRecord record) {
        PartialDate date = record.birthDate();
        if (date == null || date.precision() != PartialDate.Precision.DAY || date.presumed()) {
            return List.of();
        }
        return List.of(Integer.toString(date.month() * 100 + date.day()));
    }

    private static List<String> addresses(StandardRecord record, Function<StandardAddress, String> part) {
        List<String> parts = new ArrayList<>(record.addresses().size());
        for (StandardAddress address : record.addresses()) {
            String text = part.apply(address);
            if (!text.isEmpty()) {
                addOnce(text, parts);
            }
        }
        return parts;
    }

    private static String street(StandardAddress address) {
        return address.way().isEmpty() || address.postcode() == null ? "" : join(address.postcode(), address.way());
    }

    private static List<String> birthPlace(StandardRecord record) {
        var place = record.birthPlace();
        return place == null || place.lineage() == null ? List.of() : List.of(place.lineage());
    }

    private static List<String> sortedNames(StandardRecord record) {
        List<String> sorted = new ArrayList<>();
        for (String given : firsts(record, GivenName::folded)) {
            String first = given.replace("-", "");
            for (String surname : wholeSurnames(record)) {
                sorted.add(first.compareTo(surname) <= 0 ? join(first, surname) : join(surname, first));
            }
        }
        return sorted;
    }

    private static String join(String a, String b) {
        return a.isEmpty() ? "" : a + ' ' + b;
    }
}
