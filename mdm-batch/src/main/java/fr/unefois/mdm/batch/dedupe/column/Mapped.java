package fr.unefois.mdm.batch.dedupe.column;

import fr.unefois.mdm.record.AttributeType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the user says that a column tells.
 *
 * @param type of an attribute of the user's own; null where it is left to the values
 */
record Mapped(Role role, @Nullable AttributeType type) {

    /** @param what {@code birthName}, {@code addresses.line}, {@code suburb}, {@code suburb:text} */
    static Mapped of(String column, String what) {
        int colon = what.indexOf(':');
        String name = colon < 0 ? what : what.substring(0, colon);
        Role role = Role.named(name)
                .orElseThrow(() -> new Misnamed("--map " + column + "=" + what
                        + ": an attribute is a lower camel case word, such as birthName or addresses.line"));
        if (colon < 0) {
            return new Mapped(role, null);
        }
        if (!role.isCustom()) {
            throw new Misnamed("--map " + column + "=" + what + ": " + name
                    + " has its own type; leave out what follows the colon");
        }
        for (AttributeType type : AttributeType.values()) {
            if (type.name().equalsIgnoreCase(what.substring(colon + 1))) {
                return new Mapped(role, type);
            }
        }
        throw new Misnamed("--map " + column + "=" + what + ": a type is one of "
                + String.join(
                        ", ",
                        java.util.Arrays.stream(AttributeType.values())
                                .map(type -> type.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }
}
