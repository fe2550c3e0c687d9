package fr.unefois.mdm.arrive;

import fr.unefois.mdm.record.AuthoredValue;
import fr.unefois.mdm.record.CitizenRecord;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A live source record of the base.
 *
 * @param ref the citizen it belongs to; null until it is first linked
 * @param past the references it belonged to when they were retired, the last one last
 * @param authored what stewards authored of its citizen, and did not take back
 */
public record StoredRecord(CitizenRecord record, @Nullable UUID ref, List<UUID> past, List<AuthoredValue> authored) {
    public StoredRecord {
        past = List.copyOf(past);
        authored = List.copyOf(authored);
    }

    public StoredRecord(CitizenRecord record, @Nullable UUID ref) {
        this(record, ref, List.of(), List.of());
    }

    /** The same, of which its source says something else. */
    StoredRecord with(CitizenRecord corrected) {
        return new StoredRecord(corrected, ref, past, authored);
    }
}
