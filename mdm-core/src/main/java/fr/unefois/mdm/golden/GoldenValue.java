package fr.unefois.mdm.golden;

import fr.unefois.mdm.record.Value;
import java.util.List;

/**
 * A value that survived.
 *
 * @param values one value, or the whole list where a list is one value (given names)
 */
public record GoldenValue(List<Value> values, Provenance provenance) {
    public GoldenValue {
        values = List.copyOf(values);
    }

    @Override
    public String toString() {
        return "GoldenValue[" + provenance + "]";
    }
}
