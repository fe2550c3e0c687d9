package fr.unefois.mdm.block;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.List;
import java.util.Set;

/**
 * An attribute that a site or a file added.
 *
 * @param letters how many of the value's first letters count
 */
record AttributeField(Attribute attribute, int letters) implements Field {
    @Override
    public List<String> values(StandardRecord record) {
        String value = record.others().get(attribute);
        return value == null ? List.of() : List.of(value.length() > letters ? value.substring(0, letters) : value);
    }

    @Override
    public Set<String> comparisons() {
        return Set.of(attribute.name());
    }
}
