package fr.unefois.mdm.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A steward's own word on one attribute of a citizen. It stands above what sources say, until it is taken back; it is no
 * evidence of who is who. Every record that the citizen had when it was authored carries it, so that it follows the
 * citizen: to whoever has most of these records.
 *
 * @param values all that is authored of the attribute, in the steward's order
 * @param certification how sure the steward is
 */
public record AuthoredValue(
        UUID id, Attribute attribute, List<Value> values, Certification certification, String steward, Instant at) {
    /** The source that an authored value has; no system is called so. */
    public static final String SOURCE = "steward";

    public AuthoredValue {
        values = List.copyOf(values);
    }

    /** What stands for a source's record in the value's provenance. */
    public SourceKey key() {
        return new SourceKey(SOURCE, id.toString());
    }

    @Override
    public String toString() {
        return "AuthoredValue[" + attribute + " " + id + "]";
    }
}
