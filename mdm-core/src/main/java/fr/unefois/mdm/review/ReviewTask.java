package fr.unefois.mdm.review;

import fr.unefois.mdm.compare.ScoredPair;
import java.util.UUID;

/**
 * A question to a steward: are these one person? It is asked of two clusters, shown by the strongest pair of records
 * between them, or of one cluster, shown by the pair that casts doubt on it.
 *
 * @param id stable while the pair stays the same; derived from the two keys
 * @param left the reference of the cluster of the pair's left record
 * @param right likewise; the same as {@code left} where the question is of one cluster
 * @param risk of disclosure: how many values, in thousandths, a profile is expected to show of somebody else as long as
 *     nobody answers; 0 where nothing is linked yet
 * @param waiting how many more questions there are about the two clusters; they are asked once this one is answered
 */
public record ReviewTask(UUID id, UUID left, UUID right, ScoredPair pair, Reason reason, int risk, int waiting) {
    ReviewTask waiting(int others) {
        return new ReviewTask(id, left, right, pair, reason, risk, others);
    }
}
