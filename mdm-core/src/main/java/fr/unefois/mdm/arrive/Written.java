package fr.unefois.mdm.arrive;

import fr.unefois.mdm.record.CitizenRecord;
import java.util.Optional;

/**
 * What a write on a condition came to.
 *
 * @param record as it is kept from now on; empty where there is none any more
 */
public record Written(Arrival arrival, Optional<CitizenRecord> record) {}
