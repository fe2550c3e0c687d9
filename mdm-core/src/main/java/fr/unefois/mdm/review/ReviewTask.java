package fr.unefois.mdm.review;

import fr.unefois.mdm.compare.ScoredPair;
import java.util.UUID;

/**
 * Two clusters that may be one person, shown by the strongest pair of records between them.
 *
 * @param id stable while the pair stays the same; derived from the two keys
 * @param left the reference of the cluster of the pair's left record
 */
public record ReviewTask(UUID id, UUID left, UUID right, ScoredPair pair) {}
