package fr.unefois.mdm.cluster;

import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.record.SourceKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A component's records cut into clusters.
 *
 * @param clusters every record in exactly one, sorted by smallest member
 * @param cut how the component was cut before it was solved; null where it was small enough
 * @param doubtful for each two clusters that a steward should look at, the strongest pair between them that is neither
 *     judged nor below the review threshold; sorted by keys
 */
public record Partition(
        List<Cluster> clusters,
        List<ScoredPair> doubtful,
        @Nullable Cut cut) {
    public Partition {
        clusters = List.copyOf(clusters);
        doubtful = List.copyOf(doubtful);
    }

    /** By every record the cluster that holds it. */
    public Map<SourceKey, Cluster> byRecord() {
        Map<SourceKey, Cluster> byRecord = new HashMap<>();
        clusters.forEach(cluster -> cluster.members().forEach(member -> byRecord.put(member, cluster)));
        return byRecord;
    }

    /**
     * How a large component fell apart.
     *
     * @param floor the match weight, in thousandths of a bit, below which no pair held two records together any more
     * @param parts how many parts that left
     * @param wholes how many of them could not be cut: their records are alike
     */
    public record Cut(int floor, int parts, int wholes) {}
}
