package fr.unefois.mdm.arrive;

import fr.unefois.mdm.record.CitizenRecord;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A live source record of the base.
 *
 * @param ref the citizen it belongs to; null until it is first linked
 */
public record StoredRecord(CitizenRecord record, @Nullable UUID ref) {}
