package fr.unefois.mdm.record;

import java.util.Objects;

/**
 * What is wrong with one value of a record. The value is not matched on; the record goes on.
 *
 * @param rule a stable name, such as {@code not-a-date}, {@code placeholder}, {@code looks-like-a-nir}
 */
public record Flaw(Attribute attribute, String rule) {
    public Flaw {
        Objects.requireNonNull(attribute);
        Objects.requireNonNull(rule);
    }
}
