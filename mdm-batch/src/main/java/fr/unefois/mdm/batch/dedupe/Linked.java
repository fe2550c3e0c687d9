package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.bulk.BulkWalk;
import fr.unefois.mdm.cluster.Cluster;
import fr.unefois.mdm.cluster.Clusterer;
import fr.unefois.mdm.cluster.Linkage;
import fr.unefois.mdm.cluster.Partition;
import fr.unefois.mdm.command.Phase;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** People cut into clusters. */
final class Linked {
    private static final int LARGEST = 10;

    private final int[] clusterOf;
    private final int clusters;
    private final List<ScoredPair> doubtful;
    private final BulkWalk.Components walk;
    private final List<Component> largest;
    private final int cut;
    private final int largestCluster;

    private Linked(
            int[] clusterOf,
            int clusters,
            List<ScoredPair> doubtful,
            BulkWalk.Components walk,
            List<Component> components) {
        this.clusterOf = clusterOf;
        this.clusters = clusters;
        this.doubtful = List.copyOf(doubtful);
        this.walk = walk;
        this.largest = components.stream()
                .sorted(Comparator.comparingInt(Component::records).reversed())
                .limit(LARGEST)
                .toList();
        this.cut = (int)
                components.stream().filter(component -> component.cut() != null).count();
        this.largestCluster =
                components.stream().mapToInt(Component::largestCluster).max().orElse(0);
    }

    /**
     * What became of one component.
     *
     * @param cut how it was cut before it was solved; null where it was small enough
     */
    record Component(int records, int clusters, int largestCluster, Partition.@Nullable Cut cut) {
        static Component of(Partition partition) {
            int records = 0;
            int largest = 0;
            for (Cluster cluster : partition.clusters()) {
                records += cluster.members().size();
                largest = Math.max(largest, cluster.members().size());
            }
            return new Component(records, partition.clusters().size(), largest, partition.cut());
        }
    }

    /** The largest components, largest first. */
    List<Component> largest() {
        return largest;
    }

    /** How many components were too large to compare every two of their records, and were cut first. */
    int cut() {
        return cut;
    }

    /** How many records the largest component has. */
    int largestComponent() {
        return largest.isEmpty() ? 0 : largest.get(0).records();
    }

    /** How many records the largest cluster has. */
    int largestCluster() {
        return largestCluster;
    }

    /** The cluster of the record at the position: a number, from 1, in the order in which clusters first appear. */
    int clusterOf(int position) {
        return clusterOf[position];
    }

    int clusters() {
        return clusters;
    }

    /** Pairs that show two clusters which a steward should look at. */
    List<ScoredPair> doubtful() {
        return doubtful;
    }

    BulkWalk.Components walk() {
        return walk;
    }

    private static List<Partition> partitions(
            Columns columns, List<int[]> components, Clusterer clusterer, Progress progress) {
        try (Phase phase = Phase.begin(progress, "cluster", columns.size())) {
            return components.parallelStream()
                    .map(component -> {
                        Partition partition = clusterer.partition(columns.records(component), Judgements.none());
                        phase.advance(component.length);
                        return partition;
                    })
                    .toList();
        }
    }

    static Linked of(
            Columns columns, LinkageModel model, BlockingRules rules, Linkage linkage, Scope scope, Progress progress) {
        BulkWalk.Components walk = new BulkWalk(rules, model, scope).components(columns, Judgements.none(), progress);
        List<Partition> partitions =
                partitions(columns, walk.components(), new Clusterer(model, rules, linkage, scope), progress);
        Map<SourceKey, Integer> positions = new HashMap<>(columns.size() * 2);
        for (int i = 0; i < columns.size(); i++) {
            positions.put(columns.key(i), i);
        }
        int[] representative = new int[columns.size()];
        List<ScoredPair> doubtful = new ArrayList<>();
        for (Partition partition : partitions) {
            doubtful.addAll(partition.doubtful());
            for (Cluster cluster : partition.clusters()) {
                int[] members =
                        cluster.members().stream().mapToInt(positions::get).toArray();
                int first = Arrays.stream(members).min().orElseThrow();
                Arrays.stream(members).forEach(member -> representative[member] = first);
            }
        }
        int[] clusterOf = new int[columns.size()];
        int clusters = 0;
        for (int i = 0; i < clusterOf.length; i++) {
            clusterOf[i] = representative[i] == i ? ++clusters : clusterOf[representative[i]];
        }
        return new Linked(
                clusterOf,
                clusters,
                doubtful,
                walk,
                partitions.stream().map(Component::of).toList());
    }
}
