package fr.unefois.mdm.record;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of one thing that may be known of a citizen; a site may add its own to the constants. */
public record Attribute(String name) implements Comparable<Attribute> {
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,62}");

    public static final Attribute BIRTH_NAME = new Attribute("birthName");
    public static final Attribute USAGE_NAME = new Attribute("usageName");
    public static final Attribute GIVEN_NAMES = new Attribute("givenNames");
    public static final Attribute USUAL_GIVEN_NAME = new Attribute("usualGivenName");
    public static final Attribute NAME_HISTORY = new Attribute("nameHistory");
    public static final Attribute SEX = new Attribute("sex");
    public static final Attribute BIRTH_DATE = new Attribute("birthDate");
    public static final Attribute BIRTH_PLACE = new Attribute("birthPlace");
    public static final Attribute BIRTH_COUNTRY = new Attribute("birthCountry");
    public static final Attribute VITAL = new Attribute("vital");
    public static final Attribute EMAILS = new Attribute("emails");
    public static final Attribute PHONES = new Attribute("phones");
    public static final Attribute ADDRESSES = new Attribute("addresses");
    public static final Attribute IDENTIFIERS = new Attribute("identifiers");

    /** Every attribute of the canonical citizen, in the order in which people expect to read them. */
    public static final List<Attribute> CANONICAL = List.of(
            BIRTH_NAME,
            USAGE_NAME,
            GIVEN_NAMES,
            USUAL_GIVEN_NAME,
            NAME_HISTORY,
            SEX,
            BIRTH_DATE,
            BIRTH_PLACE,
            BIRTH_COUNTRY,
            VITAL,
            EMAILS,
            PHONES,
            ADDRESSES,
            IDENTIFIERS);

    /** The pivot identity, which survives as a block. */
    public static final List<Attribute> PIVOT =
            List.of(BIRTH_NAME, GIVEN_NAMES, SEX, BIRTH_DATE, BIRTH_PLACE, BIRTH_COUNTRY);

    public Attribute {
        Objects.requireNonNull(name);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("an attribute's name is a lower camel case word of 63 letters at most");
        }
    }

    /** The attribute of the name, where it is one. */
    public static Optional<Attribute> named(String name) {
        return NAME.matcher(name).matches() ? Optional.of(new Attribute(name)) : Optional.empty();
    }

    /** Whether the API shows the attribute as a list even when there is one value. */
    public boolean plural() {
        return equals(GIVEN_NAMES)
                || equals(NAME_HISTORY)
                || equals(EMAILS)
                || equals(PHONES)
                || equals(ADDRESSES)
                || equals(IDENTIFIERS);
    }

    @Override
    public int compareTo(Attribute other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
