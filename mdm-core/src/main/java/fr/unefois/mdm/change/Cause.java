package fr.unefois.mdm.change;

import fr.unefois.mdm.record.SourceKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why golden records changed.
 *
 * @param records those that came, went or were judged
 * @param steward who decided; null where nobody had to
 */
public record Cause(
        Kind kind, List<SourceKey> records, @Nullable String steward) {
    public enum Kind {
        /** A source sent a record it had not sent before. */
        ARRIVED,
        /** A source says something else of a record. */
        CORRECTED,
        /** A source no longer has a record. */
        DEPARTED,
        /** A steward decided: the same, or different. */
        JUDGED,
        /** A steward took a judgement back. */
        WITHDRAWN,
        /** A steward authored a value, or took one back. */
        AUTHORED,
        /** The base was linked anew: by another model, or because many records came at once. */
        LINKED
    }

    public static final Cause LINKED = new Cause(Kind.LINKED, List.of(), null);

    public Cause {
        records = List.copyOf(records);
    }

    public static Cause of(Kind kind, SourceKey record) {
        return new Cause(kind, List.of(record), null);
    }
}
