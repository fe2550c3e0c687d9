package fr.unefois.mdm.arrive;

import fr.unefois.mdm.record.CitizenRecord;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A live source record of the base.
 *
 * @param ref the citizen it belongs to; null until it is first linked
 * @param past the references it belonged to when they were retired, the last one last
 */
public record StoredRecord(CitizenRecord record, @Nullable UUID ref, List<UUID> past) {
    public StoredRecord {
        past = List.copyOf(past);
    }

    public StoredRecord(CitizenRecord record, @Nullable UUID ref) {
        this(record, ref, List.of());
    }
}
