package fr.unefois.mdm.arrive;

import fr.unefois.mdm.change.ChangeEvent;
import fr.unefois.mdm.record.SourceKey;
import java.util.Optional;
import java.util.UUID;

/** Names what an arrival did, the gravest first. */
final class Effects {
    private Effects() {}

    static Arrival.Effect of(SourceKey key, Optional<StoredRecord> before, Resolution resolution) {
        if (happened(resolution, ChangeEvent.Kind.MERGED)) {
            return Arrival.Effect.MERGED;
        }
        if (happened(resolution, ChangeEvent.Kind.SPLIT)) {
            return Arrival.Effect.SPLIT;
        }
        UUID ref = resolution.membership().get(key);
        boolean alone = resolution.membership().values().stream()
                        .filter(other -> other.equals(ref))
                        .count()
                == 1;
        return alone && before.isEmpty() ? Arrival.Effect.CREATED : Arrival.Effect.MATCHED;
    }

    private static boolean happened(Resolution resolution, ChangeEvent.Kind kind) {
        return resolution.changes().stream().anyMatch(change -> change.kind() == kind);
    }
}
