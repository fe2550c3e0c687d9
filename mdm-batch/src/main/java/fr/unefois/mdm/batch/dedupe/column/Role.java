package fr.unefois.mdm.batch.dedupe.column;

import fr.unefois.mdm.record.Attribute;
import java.util.List;
import java.util.Optional;

/**
 * What a column tells of a person: an attribute, or a part of one.
 *
 * @param name as {@code --map} names it
 */
public record Role(String name) {
    public static final Role BIRTH_NAME = of(Attribute.BIRTH_NAME);
    /** A column that says outright that the name is the one given at birth. */
    public static final Role BIRTH_NAME_OWN = new Role("birthName.own");
    /** The second half of a double name that the file keeps in two columns. */
    public static final Role BIRTH_NAME_SECOND = new Role("birthName.second");

    public static final Role USAGE_NAME = of(Attribute.USAGE_NAME);
    public static final Role GIVEN_NAMES = of(Attribute.GIVEN_NAMES);
    /** Given names and family name in one text. */
    public static final Role FULL_NAME = new Role("fullName");
    /** A column called name: the family name beside given names, else both. */
    public static final Role NAME = new Role("fullName.name");

    public static final Role SEX = of(Attribute.SEX);
    public static final Role BIRTH_DATE = of(Attribute.BIRTH_DATE);
    public static final Role BIRTH_DAY = new Role("birthDate.day");
    public static final Role BIRTH_MONTH = new Role("birthDate.month");
    public static final Role BIRTH_YEAR = new Role("birthDate.year");
    public static final Role BIRTH_PLACE = of(Attribute.BIRTH_PLACE);
    public static final Role BIRTH_COUNTRY = of(Attribute.BIRTH_COUNTRY);
    public static final Role EMAILS = of(Attribute.EMAILS);
    public static final Role PHONES = of(Attribute.PHONES);
    public static final Role ADDRESS_NUMBER = new Role("addresses.number");
    public static final Role ADDRESS_LINE = new Role("addresses.line");
    public static final Role ADDRESS_EXTRA = new Role("addresses.extra");
    public static final Role POSTCODE = new Role("addresses.postcode");
    public static final Role CITY = new Role("addresses.city");
    public static final Role CITY_CODE = new Role("addresses.cityCode");

    /** What of an address stands in columns of their own. */
    public static final List<Role> ADDRESS =
            List.of(ADDRESS_NUMBER, ADDRESS_LINE, ADDRESS_EXTRA, POSTCODE, CITY, CITY_CODE);

    static final List<Role> DATE_PARTS = List.of(BIRTH_YEAR, BIRTH_MONTH, BIRTH_DAY);
    private static final List<Role> OTHER_PARTS = List.of(BIRTH_NAME_OWN, BIRTH_NAME_SECOND, FULL_NAME, NAME);

    public static Role of(Attribute attribute) {
        return new Role(attribute.name());
    }

    /** The role that {@code --map} names: a part, a canonical attribute, or any attribute of one's own. */
    public static Optional<Role> named(String name) {
        Role role = new Role(name);
        if (role.isPart()) {
            return Optional.of(role);
        }
        try {
            return Optional.of(of(new Attribute(name)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the column holds no whole attribute, so that a row's value has to be put together. */
    public boolean isPart() {
        return ADDRESS.contains(this) || DATE_PARTS.contains(this) || OTHER_PARTS.contains(this);
    }

    /** Whether the attribute is one that a site or a file added. */
    public boolean isCustom() {
        return !isPart() && !Attribute.CANONICAL.contains(new Attribute(name));
    }

    boolean isAddress() {
        return ADDRESS.contains(this);
    }

    /** How people read it. */
    String shown() {
        return equals(BIRTH_NAME_OWN) ? BIRTH_NAME.name : name;
    }
}
