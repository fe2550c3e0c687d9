package fr.unefois.mdm.block;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What a blocking rule may ask of a record: the values of one field, none when it is missing. */
interface Field {
    List<String> values(StandardRecord record);

    /** The comparisons whose outcome is not free any more among records that share the field's value. */
    Set<String> comparisons();

    /**
     * The field of the name: a citizen's, or any attribute that a site or a file added; {@code suburb:4} for its first
     * four letters.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static Field named(String name) {
        for (CitizenField field : CitizenField.values()) {
            if (field.text().equals(name)) {
                return field;
            }
        }
        int colon = name.indexOf(':');
        String attribute = colon < 0 ? name : name.substring(0, colon);
        String letters = colon < 0 ? "" : name.substring(colon + 1);
        if (!letters.matches("[1-9]?[0-9]?") || Attribute.named(attribute).isEmpty()) {
            throw new IllegalArgumentException("`" + name + "` is no field to block on; there are "
                    + String.join(
                            ", ",
                            Arrays.stream(CitizenField.values())
                                    .map(CitizenField::text)
                                    .toList())
                    + ", and the attributes of one's own");
        }
        return new AttributeField(
                new Attribute(attribute), letters.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(letters));
    }
}
