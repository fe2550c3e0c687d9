package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.bulk.BulkWalk.Edge;
import fr.unefois.mdm.compare.Evidence;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the edges say: their weights, the levels that linked pairs reach, and a few pairs to show.
 *
 * @param histogram how many edges by whole bits of match weight, rounded down
 * @param levels by {@code comparison.level} its share of the linked pairs looked at, a missing value aside
 * @param strong pairs of one cluster of middling weight
 * @param rejected pairs of two clusters that a steward is not asked about, as near the threshold as there are
 */
record PairFacts(
        Map<Integer, Integer> histogram,
        Map<String, Double> levels,
        List<ScoredPair> strong,
        List<ScoredPair> rejected) {
    private static final int LOOKED_AT = 100_000;
    private static final int SHOWN = 2;

    static PairFacts of(People people, Linked linked, LinkageModel model) {
        List<Edge> edges = linked.walk().edges();
        Map<Integer, Integer> histogram = new TreeMap<>();
        edges.forEach(edge -> histogram.merge(Math.floorDiv(edge.weight(), 1000), 1, Integer::sum));
        List<Edge> linkedEdges =
                edges.stream().filter(edge -> together(edge, linked)).toList();
        Set<ScoredPair> doubtful = Set.copyOf(linked.doubtful());
        int threshold = model.thresholds().match();
        Comparator<Edge> stable = Comparator.comparingInt(Edge::left).thenComparingInt(Edge::right);
        List<ScoredPair> rejected = edges.stream()
                .filter(edge -> !together(edge, linked))
                .sorted(Comparator.<Edge>comparingInt(edge -> Math.abs(edge.weight() - threshold))
                        .thenComparing(stable))
                .map(edge -> score(edge, people, model))
                .filter(pair -> !doubtful.contains(pair))
                .limit(SHOWN)
                .toList();
        List<Edge> byWeight = linkedEdges.stream()
                .sorted(Comparator.comparingInt(Edge::weight).thenComparing(stable))
                .toList();
        List<ScoredPair> strong = Stream.of(byWeight.size() / 2, byWeight.size() - byWeight.size() / 10)
                .filter(at -> at < byWeight.size())
                .distinct()
                .map(at -> score(byWeight.get(at), people, model))
                .toList();
        return new PairFacts(histogram, levels(linkedEdges, people, model), strong, rejected);
    }

    private static Map<String, Double> levels(List<Edge> edges, People people, LinkageModel model) {
        int step = Math.max(1, edges.size() / LOOKED_AT);
        Map<String, Integer> told = new HashMap<>();
        Map<String, Integer> reached = new TreeMap<>();
        for (int i = 0; i < edges.size(); i += step) {
            for (Evidence evidence : score(edges.get(i), people, model).evidence()) {
                if (!evidence.level().equals("missing")) {
                    told.merge(evidence.comparison(), 1, Integer::sum);
                    reached.merge(evidence.comparison() + "." + evidence.level(), 1, Integer::sum);
                }
            }
        }
        Map<String, Double> shares = new TreeMap<>();
        reached.forEach((level, count) -> shares.put(
                level, (double) count / told.getOrDefault(level.substring(0, level.lastIndexOf('.')), count)));
        return shares;
    }

    private static boolean together(Edge edge, Linked linked) {
        return linked.clusterOf(edge.left()) == linked.clusterOf(edge.right());
    }

    private static ScoredPair score(Edge edge, People people, LinkageModel model) {
        List<StandardRecord> records = people.records();
        return model.score(records.get(edge.left()), records.get(edge.right()));
    }
}
