package fr.unefois.mdm.block;

import fr.unefois.mdm.config.Nearest;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a blocking rule may ask of a record: the values of one field, none when it is missing. */
interface Field {
    List<String> values(StandardRecord record);

    /** The hashes of these values, over records in columns. */
    FieldHashes over(Columns columns);

    /** The comparisons whose outcome is not free any more among records that share the field's value. */
    Set<String> comparisons();

    /** The names of a citizen's fields. */
    static List<String> names() {
        return Arrays.stream(CitizenField.values()).map(CitizenField::text).toList();
    }

    /** The citizen's field that a word, neither one nor declared as an attribute, was probably meant to be. */
    static Optional<String> meant(String word, Set<String> declared) {
        String name = word.contains(":") ? word.substring(0, word.indexOf(':')) : word;
        return names().contains(name) || declared.contains(name) ? Optional.empty() : Nearest.to(name, names());
    }

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
        boolean own = Attribute.named(attribute)
                .filter(one -> !Attribute.CANONICAL.contains(one))
                .isPresent();
        if (!own || !letters.matches("|[1-9][0-9]?")) {
            throw new IllegalArgumentException("`" + name + "` is no field to block on; there are "
                    + String.join(", ", names()) + ", and the attributes of one's own");
        }
        return new AttributeField(
                new Attribute(attribute), letters.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(letters));
    }
}
