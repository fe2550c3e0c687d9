package fr.unefois.mdm.change;

import fr.unefois.mdm.record.Attribute;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What happened to one citizen's golden record.
 *
 * @param attributes those whose surviving values differ; none where only its records, or what links them, changed
 * @param others the references that were merged into this one, or into which it was split
 */
public record ChangeEvent(UUID ref, Kind kind, Set<Attribute> attributes, List<UUID> others) {
    public enum Kind {
        CREATED,
        CHANGED,
        MERGED,
        SPLIT,
        /** A reference that had been merged away has its records back. */
        RESTORED,
        RETIRED
    }

    public ChangeEvent {
        attributes = Set.copyOf(attributes);
        others = List.copyOf(others);
    }

    /** The reference's last record is gone. */
    public static ChangeEvent retired(UUID ref) {
        return new ChangeEvent(ref, Kind.RETIRED, Set.of(), List.of());
    }
}
