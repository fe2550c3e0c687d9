package fr.unefois.mdm.arrive;

import fr.unefois.mdm.cluster.SpanningTree;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import java.util.ArrayList;
import java.util.List;

/**
 * The pairs of a component that are candidates and reach the floor. Whether a pair is one depends on these two records
 * and the model alone, never on who else is there.
 */
final class Links {
    private final List<Resolution.Edge> edges;
    private final Weighed weighed;

    private Links(List<Resolution.Edge> edges, Weighed weighed) {
        this.edges = edges;
        this.weighed = weighed;
    }

    /** @param component positions, in key order */
    static Links of(Weighed weighed, int[] component) {
        if (component.length == 1) {
            return new Links(List.of(), weighed);
        }
        Meetings meetings = new Meetings(weighed.keys(component));
        int floor = weighed.weighing().model().thresholds().floor();
        List<Resolution.Edge> edges = new ArrayList<>();
        for (int i = 0; i < component.length; i++) {
            for (int j : meetings.after(i)) {
                int weight = weighed.weighing().weight(component[i], component[j]);
                if (weight >= floor) {
                    edges.add(edge(weighed.key(component[i]), weighed.key(component[j]), weight));
                }
            }
        }
        return new Links(List.copyOf(edges), weighed);
    }

    List<Resolution.Edge> edges() {
        return edges;
    }

    /** What holds a cluster together, a steward's word above all. */
    SpanningTree tree(int[] cluster, Judgements judgements) {
        return SpanningTree.of(cluster, (left, right) -> weight(left, right, judgements));
    }

    private int weight(int left, int right, Judgements judgements) {
        return judgements.verdict(weighed.key(left), weighed.key(right)).orElse(Judgement.Verdict.UNSURE)
                        == Judgement.Verdict.SAME
                ? Integer.MAX_VALUE
                : weighed.weighing().weight(left, right);
    }

    private static Resolution.Edge edge(SourceKey one, SourceKey other, int weight) {
        return one.compareTo(other) < 0
                ? new Resolution.Edge(one, other, weight)
                : new Resolution.Edge(other, one, weight);
    }
}
