package fr.unefois.mdm.cluster;

import fr.unefois.mdm.compare.ScoredPair;
import java.util.List;

/**
 * A component's records cut into clusters.
 *
 * @param clusters every record in exactly one, sorted by smallest member
 * @param doubtful for each two clusters that a steward should look at, the strongest pair between them that is neither
 *     judged nor below the review threshold; sorted by keys
 */
public record Partition(List<Cluster> clusters, List<ScoredPair> doubtful) {
    public Partition {
        clusters = List.copyOf(clusters);
        doubtful = List.copyOf(doubtful);
    }
}
