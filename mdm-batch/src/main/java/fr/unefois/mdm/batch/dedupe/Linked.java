package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.bulk.Blocks;
import fr.unefois.mdm.bulk.BulkWalk;
import fr.unefois.mdm.cluster.Clusterer;
import fr.unefois.mdm.cluster.Linkage;
import fr.unefois.mdm.cluster.Partition;
import fr.unefois.mdm.cluster.Solution;
import fr.unefois.mdm.command.Cores;
import fr.unefois.mdm.command.Phase;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.compare.Weighing;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People cut into clusters. */
final class Linked {
    private static final int LARGEST = 10;
    private static final Comparator<ScoredPair> BY_KEYS =
            Comparator.comparing(ScoredPair::left).thenComparing(ScoredPair::right);

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
        static Component of(Solution solution) {
            int records = 0;
            int largest = 0;
            for (int[] cluster : solution.clusters()) {
                records += cluster.length;
                largest = Math.max(largest, cluster.length);
            }
            return new Component(records, solution.clusters().size(), largest, solution.cut());
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

    private static List<Solution> solutions(
            Weighing weighing, List<int[]> components, Clusterer clusterer, Progress progress) {
        try (Phase phase = Phase.begin(progress, "cluster", weighing.columns().size())) {
            return Cores.map(components, component -> {
                Solution solution = clusterer.solve(weighing, component, Judgements.none());
                phase.advance(component.length);
                return solution;
            });
        }
    }

    static Linked of(Blocks blocks, LinkageModel model, Linkage linkage, Scope scope, Progress progress) {
        Weighing weighing = model.over(blocks.columns());
        BulkWalk.Components walk =
                new BulkWalk(model.rules(), model, scope).components(blocks, weighing, Judgements.none(), progress);
        List<Solution> solutions =
                solutions(weighing, walk.components(), new Clusterer(model, model.rules(), linkage, scope), progress);
        int[] clusterOf = new int[blocks.columns().size()];
        List<ScoredPair> doubtful = new ArrayList<>();
        for (Solution solution : solutions) {
            solution.doubtful().stream()
                    .map(pair -> weighing.score(pair[0], pair[1]))
                    .sorted(BY_KEYS)
                    .forEach(doubtful::add);
            for (int[] cluster : solution.clusters()) {
                int first = Arrays.stream(cluster).min().orElseThrow();
                for (int member : cluster) {
                    clusterOf[member] = first;
                }
            }
        }
        return new Linked(
                clusterOf,
                numbered(clusterOf),
                doubtful,
                walk,
                solutions.stream().map(Component::of).toList());
    }

    /** Gives the clusters, named by their first records, numbers in the order of these; returns how many there are. */
    private static int numbered(int[] clusterOf) {
        int clusters = 0;
        for (int i = 0; i < clusterOf.length; i++) {
            clusterOf[i] = clusterOf[i] == i ? ++clusters : clusterOf[clusterOf[i]];
        }
        return clusters;
    }
}
