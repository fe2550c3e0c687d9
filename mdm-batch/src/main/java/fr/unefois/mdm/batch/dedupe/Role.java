package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.record.Attribute;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a column tells of a person: an attribute, or a part of one.
 *
 * @param name as {@code --map} names it
 */
record Role(String name) {
    static final Role ID = new Role("id");
    static final Role SOURCE = new Role("source");
    static final Role BIRTH_DAY = new Role("birthDate.day");
    static final Role BIRTH_MONTH = new Role("birthDate.month");
    static final Role BIRTH_YEAR = new Role("birthDate.year");
    static final Role ADDRESS_NUMBER = new Role("addresses.number");
    static final Role ADDRESS_LINE = new Role("addresses.line");
    static final Role ADDRESS_EXTRA = new Role("addresses.extra");
    static final Role POSTCODE = new Role("addresses.postcode");
    static final Role CITY = new Role("addresses.city");
    static final Role CITY_CODE = new Role("addresses.cityCode");

    private static final Role[] PARTS = {
        BIRTH_DAY, BIRTH_MONTH, BIRTH_YEAR, ADDRESS_NUMBER, ADDRESS_LINE, ADDRESS_EXTRA, POSTCODE, CITY, CITY_CODE
    };

    static Role of(Attribute attribute) {
        return new Role(attribute.name());
    }

    /** The role that {@code --map} names: a part, a canonical attribute, or any attribute of one's own. */
    static Optional<Role> named(String name) {
        Optional<Role> part =
                Arrays.stream(PARTS).filter(role -> role.name.equals(name)).findFirst();
        if (part.isPresent()) {
            return part;
        }
        try {
            return Optional.of(of(new Attribute(name)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    boolean isPart() {
        return name.indexOf('.') >= 0;
    }

    /** Whether the attribute is one that a site or a file added. */
    boolean isCustom() {
        return !isPart() && !equals(ID) && !equals(SOURCE) && !Attribute.CANONICAL.contains(new Attribute(name));
    }
}
