package fr.unefois.mdm.batch.dedupe.column;

import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Nir;
import fr.unefois.mdm.record.Sex;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import fr.unefois.mdm.standardise.Communes;
import fr.unefois.mdm.standardise.StandardAddress;
import fr.unefois.mdm.standardise.StandardRecord;
import fr.unefois.mdm.standardise.Standardiser;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whether values are what a column is taken for: they are when standardising reads them. */
final class Reading {
    private static final SourceKey KEY = new SourceKey("", "");
    private static final Standardiser OF_TODAY = Standardiser.french();

    /** As many people as history knows. */
    static final Standardiser OF_ANY_TIME = OF_TODAY.withBirthsFrom(1);

    private static final Communes COMMUNES = Communes.french();

    private Reading() {}

    /** The share of the values that pass; 0 where there are none. */
    static double share(List<String> values, Predicate<String> test) {
        return values.isEmpty() ? 0 : (double) values.stream().filter(test).count() / values.size();
    }

    static boolean sex(String value) {
        return read(OF_TODAY, Attribute.SEX, new Text(value)).sex() != Sex.UNKNOWN;
    }

    static @Nullable Sex sexOf(String value) {
        Sex sex = read(OF_TODAY, Attribute.SEX, new Text(value)).sex();
        return sex == Sex.UNKNOWN ? null : sex;
    }

    static boolean email(String value) {
        return !read(OF_TODAY, Attribute.EMAILS, new Text(value)).emails().isEmpty();
    }

    static boolean phone(String value) {
        return !read(OF_TODAY, Attribute.PHONES, new Text(value)).phones().isEmpty();
    }

    static boolean birthDate(String value) {
        return read(OF_ANY_TIME, Attribute.BIRTH_DATE, new Text(value)).birthDate() != null;
    }

    static boolean birthDateOfToday(String value) {
        return read(OF_TODAY, Attribute.BIRTH_DATE, new Text(value)).birthDate() != null;
    }

    static boolean birthPlace(String value) {
        StandardRecord record = read(OF_TODAY, Attribute.BIRTH_PLACE, new Text(value));
        return record.birthCountry() != null
                || (record.birthPlace() != null && record.birthPlace().lineage() != null);
    }

    static boolean country(String value) {
        return read(OF_TODAY, Attribute.BIRTH_COUNTRY, new Text(value)).birthCountry() != null;
    }

    static boolean city(String value) {
        StandardAddress address = address(new Address(null, null, value, null));
        return address != null && address.cityCode() != null;
    }

    static boolean street(String value) {
        StandardAddress address = address(new Address(value, null, null, null));
        return address != null && !address.wayType().isEmpty();
    }

    static boolean postcode(String value) {
        return value.length() == 5 && !COMMUNES.withPostcode(value).isEmpty();
    }

    static boolean cityCode(String value) {
        return value.length() == 5 && COMMUNES.find(value).isPresent();
    }

    static boolean nir(String value) {
        return Nir.looksLike(value);
    }

    /** Something that is written like a date and nothing else: with parts between signs, or eight digits. */
    static boolean date(String value) {
        long digits = value.chars().filter(Character::isDigit).count();
        boolean written = (digits >= 4 && digits < value.length()) || (digits == 8 && value.length() == 8);
        return written && value.length() >= 6 && birthDate(value);
    }

    /** A day with a time of day that is not midnight. */
    static boolean moment(String value) {
        int colon = value.indexOf(':');
        return colon >= 10 && !value.substring(colon - 2).matches("00:00(:00(\\.0+)?)?(Z|[+-].*)?") && date(value);
    }

    private static @Nullable StandardAddress address(Address address) {
        List<StandardAddress> addresses =
                read(OF_TODAY, Attribute.ADDRESSES, address).addresses();
        return addresses.isEmpty() ? null : addresses.get(0);
    }

    private static StandardRecord read(Standardiser standardiser, Attribute attribute, Value value) {
        return standardiser
                .standardise(new CitizenRecord(KEY, null, Map.of(attribute, List.of(value))))
                .record();
    }
}
