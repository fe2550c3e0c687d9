package fr.unefois.mdm.arrive;

import fr.unefois.mdm.golden.GoldenRecord;
import java.util.UUID;

/**
 * A citizen of the base: the lasting reference and the golden record under it.
 *
 * @param ref internal; towards a client it is always a sector's reference
 * @param version 1 at first, one more with each change of the golden record
 */
public record Citizen(UUID ref, long version, GoldenRecord golden) {}
