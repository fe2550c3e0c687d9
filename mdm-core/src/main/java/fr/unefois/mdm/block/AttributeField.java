package fr.unefois.mdm.block;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import fr.unefois.mdm.standardise.ValueColumn;
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
        return value == null ? List.of() : List.of(beginning(value));
    }

    @Override
    public FieldHashes over(Columns columns) {
        ValueColumn<String> column = columns.other(attribute);
        if (column == null) {
            return (record, into) -> {};
        }
        CodedHashes hashes = new CodedHashes(column.values(), value -> List.of(beginning(value)));
        return (record, into) -> hashes.read(column.code(record), into);
    }

    private String beginning(String value) {
        return value.length() > letters ? value.substring(0, letters) : value;
    }

    @Override
    public Set<String> comparisons() {
        return Set.of(attribute.name());
    }
}
