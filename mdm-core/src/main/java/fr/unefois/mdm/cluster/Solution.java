package fr.unefois.mdm.cluster;

import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.compare.Weighing;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Partition} by the records' positions, for where there are millions.
 *
 * @param clusters every record in exactly one
 * @param doubtful pairs of positions
 */
public record Solution(List<int[]> clusters, List<int[]> doubtful, Partition.@Nullable Cut cut) {
    private static final Comparator<ScoredPair> BY_KEYS =
            Comparator.comparing(ScoredPair::left).thenComparing(ScoredPair::right);

    /** The same by the records' keys. */
    public Partition named(Weighing weighing) {
        return new Partition(
                clusters.stream()
                        .map(cluster -> new Cluster(Arrays.stream(cluster)
                                .mapToObj(weighing.columns()::key)
                                .toList()))
                        .sorted(Comparator.comparing(
                                cluster -> cluster.members().get(0)))
                        .toList(),
                doubtful.stream()
                        .map(pair -> weighing.score(pair[0], pair[1]))
                        .sorted(BY_KEYS)
                        .toList(),
                cut);
    }
}
