package fr.unefois.mdm.batch.dedupe.column;

import fr.unefois.mdm.record.AttributeType;
import fr.unefois.mdm.record.Sex;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** What the values say: against the header where they are something else, in its place where it says nothing. */
final class ByValues {
    static final String TOLD = "its values say so";

    private static final int LOOKED_AT = 1000;
    /** Fewer values prove nothing against a header. */
    private static final int ENOUGH = 5;

    private static final double MOSTLY = 0.8;
    private static final double NEARLY_ALL = 0.9;
    private static final double A_NIR_NOW_AND_THEN = 0.1;

    private static final Map<Role, Predicate<String>> TESTS = Map.of(
            Role.SEX, Reading::sex,
            Role.EMAILS, Reading::email,
            Role.PHONES, Reading::phone,
            Role.BIRTH_DATE, Reading::birthDate,
            Role.BIRTH_PLACE, Reading::birthPlace,
            Role.BIRTH_COUNTRY, Reading::country);

    private ByValues() {}

    static void check(Draft draft) {
        for (int i = 0; i < draft.columns(); i++) {
            List<String> values = draft.values(i, LOOKED_AT);
            boolean refusable = i != draft.header().id() && i != draft.header().source() && !draft.isIgnored(i);
            if (refusable && Reading.share(values, Reading::nir) >= A_NIR_NOW_AND_THEN) {
                draft.ignore(i, "holds NIRs, which must not be compared (décret 2019-341)");
            } else if (!draft.settled(i) && values.size() >= ENOUGH) {
                contradict(draft, i, values);
            }
        }
    }

    /** Takes from the column what its header promised and its values do not keep. */
    private static void contradict(Draft draft, int column, List<String> values) {
        Role role = draft.role(column);
        Predicate<String> test = role == null ? null : TESTS.get(role);
        if (role == null || test == null) {
            return;
        }
        double readable = Reading.share(values, test);
        if (role.equals(Role.BIRTH_PLACE) && readable < 0.3) {
            draft.use(
                    column, OwnNames.role("birthPlaceName"), AttributeType.TEXT, "no French places: compared as words");
        } else if (role.equals(Role.BIRTH_COUNTRY) && readable < 0.3) {
            draft.use(
                    column,
                    OwnNames.role("countryOfBirth"),
                    AttributeType.CATEGORY,
                    "no countries known by code or name");
        } else if (role.equals(Role.PHONES) && readable < 0.5) {
            draft.use(
                    column,
                    OwnNames.role("phoneNumber"),
                    AttributeType.IDENTIFIER,
                    "no phone numbers as dialled in France");
        } else if (readable < 0.3) {
            draft.forget(column);
        }
    }

    /** Gives a role to columns whose header tells none. */
    static void recognise(Draft draft) {
        boolean headless = !draft.survey().table().headed();
        for (int i = 0; i < draft.columns(); i++) {
            List<String> values = draft.open(i) ? draft.values(i, LOOKED_AT) : List.of();
            if (values.size() >= (headless ? 1 : ENOUGH)) {
                recognise(draft, i, values, headless);
            }
        }
        if (headless) {
            Headless.recogniseNames(draft);
        }
    }

    private static void recognise(Draft draft, int column, List<String> values, boolean headless) {
        if (Reading.share(values, value -> value.indexOf('@') > 0) >= MOSTLY) {
            draft.use(column, Role.EMAILS, TOLD);
        } else if (!draft.has(Role.BIRTH_DATE) && !draft.has(Role.BIRTH_YEAR) && birthDates(values)) {
            draft.use(column, Role.BIRTH_DATE, TOLD);
        } else if (Reading.share(values, ByValues::dialled) >= MOSTLY) {
            draft.use(column, Role.PHONES, TOLD);
        } else if (!draft.has(Role.SEX) && sexes(values, headless)) {
            draft.use(column, Role.SEX, TOLD);
        } else if (Reading.share(values, value -> value.length() == 5) >= NEARLY_ALL) {
            fiveCharacters(draft, column, values);
        } else if (headless && !draft.has(Role.ADDRESS_LINE) && Reading.share(values, Reading::street) >= 0.6) {
            draft.use(column, Role.ADDRESS_LINE, TOLD);
        } else if (headless && !draft.has(Role.CITY) && Reading.share(values, Reading::city) >= 0.6) {
            draft.use(column, Role.CITY, TOLD);
        }
    }

    /** Postcodes, or the commune codes of a birthplace or, where there is one already, of the address. */
    private static void fiveCharacters(Draft draft, int column, List<String> values) {
        double postcodes = Reading.share(values, Reading::postcode);
        double codes = Reading.share(values, Reading::cityCode);
        if (postcodes >= MOSTLY && postcodes >= codes && !draft.has(Role.POSTCODE)) {
            draft.use(column, Role.POSTCODE, TOLD);
        } else if (codes >= MOSTLY && !draft.has(Role.BIRTH_PLACE)) {
            draft.use(column, Role.BIRTH_PLACE, TOLD);
        } else if (codes >= MOSTLY && !draft.has(Role.CITY_CODE)) {
            draft.use(column, Role.CITY_CODE, TOLD);
        }
    }

    private static boolean dialled(String value) {
        long digits = value.chars().filter(Character::isDigit).count();
        char first = value.charAt(0);
        return digits >= 9 && digits <= 15 && (first == '0' || first == '+' || first == '(') && Reading.phone(value);
    }

    /** Days of the calendar that spread over more than twenty years. */
    private static boolean birthDates(List<String> values) {
        if (Reading.share(values, Reading::date) < NEARLY_ALL || Reading.share(values, Reading::moment) > 0.1) {
            return false;
        }
        int[] years = values.stream()
                .mapToInt(OwnNames::year)
                .filter(year -> year > 0)
                .sorted()
                .toArray();
        return years.length > 0
                && (years.length < ENOUGH || years[years.length * 9 / 10] - years[years.length / 10] > 20);
    }

    /** Codes of sex, both of them; 1 and 2 only where nothing else could name them. */
    private static boolean sexes(List<String> values, boolean headless) {
        if (Reading.share(values, Reading::sex) < MOSTLY) {
            return false;
        }
        boolean numbers = Reading.share(values, value -> Character.isDigit(value.charAt(0))) > 0.1;
        double men = Reading.share(values, value -> Reading.sexOf(value) == Sex.M);
        double women = Reading.share(values, value -> Reading.sexOf(value) == Sex.F);
        long codes = values.stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        return men > 0.1 && women > 0.1 && codes <= 8 && (headless || !numbers);
    }
}
