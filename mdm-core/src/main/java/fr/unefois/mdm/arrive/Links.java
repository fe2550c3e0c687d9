package fr.unefois.mdm.arrive;

import fr.unefois.mdm.cluster.DisjointSets;
import fr.unefois.mdm.cluster.SpanningTree;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The pairs of a component that are candidates and reach the floor. Whether a pair is one depends on these two records
 * and the model alone, never on who else is there.
 */
final class Links {
    private final Weighed weighed;
    private final int[] component;
    private final List<Link> all;

    /** A pair by its places in the component; the weight in thousandths of a bit. */
    private record Link(int left, int right, int weight) {}

    private Links(Weighed weighed, int[] component, List<Link> all) {
        this.weighed = weighed;
        this.component = component;
        this.all = all;
    }

    /** @param component positions, in key order */
    static Links of(Weighed weighed, int[] component) {
        List<Link> links = new ArrayList<>();
        if (component.length > 1) {
            weighed.found()
                    .ifPresentOrElse(found -> take(found, component, links), () -> find(weighed, component, links));
        }
        return new Links(weighed, component, links);
    }

    private static void find(Weighed weighed, int[] component, List<Link> links) {
        Meetings meetings = new Meetings(weighed.keys(component));
        int floor = weighed.weighing().model().thresholds().floor();
        for (int i = 0; i < component.length; i++) {
            for (int j : meetings.after(i)) {
                int weight = weighed.weighing().weight(component[i], component[j]);
                if (weight >= floor) {
                    links.add(new Link(i, j, weight));
                }
            }
        }
    }

    private static void take(FoundEdges found, int[] component, List<Link> links) {
        int[] sorted = component.clone();
        Arrays.sort(sorted);
        int[] places = new int[sorted.length];
        for (int place = 0; place < component.length; place++) {
            places[Arrays.binarySearch(sorted, component[place])] = place;
        }
        for (int i = 0; i < sorted.length; i++) {
            for (int at = found.from(sorted[i]); at < found.to(sorted[i]); at++) {
                int one = places[i];
                int other = places[Arrays.binarySearch(sorted, found.right(at))];
                links.add(new Link(Math.min(one, other), Math.max(one, other), found.weight(at)));
            }
        }
        links.sort(Comparator.comparingInt(Link::left).thenComparingInt(Link::right));
    }

    /** In key order. */
    List<Resolution.Edge> edges() {
        SourceKey[] keys = keys();
        return all.stream()
                .map(link -> edge(keys[link.left], keys[link.right], link.weight))
                .toList();
    }

    private static Resolution.Edge edge(SourceKey one, SourceKey other, int weight) {
        return one.compareTo(other) < 0
                ? new Resolution.Edge(one, other, weight)
                : new Resolution.Edge(other, one, weight);
    }

    private SourceKey[] keys() {
        return Arrays.stream(component).mapToObj(weighed::key).toArray(SourceKey[]::new);
    }

    /**
     * What still hangs together by these, and by what stewards said, in positions. What is resolved together may have come
     * apart since, by a correction or a judgement; each part is then solved by itself, as it would be had it never been
     * anything else.
     */
    List<int[]> parts(Judgements judgements) {
        DisjointSets sets = new DisjointSets(component.length);
        all.forEach(link -> sets.join(link.left, link.right));
        if (!judgements.all().isEmpty()) {
            SourceKey[] keys = keys();
            judgements.all().stream()
                    .filter(judgement -> judgement.verdict() == Judgement.Verdict.SAME)
                    .forEach(judgement -> {
                        int left = Arrays.binarySearch(keys, judgement.left());
                        int right = Arrays.binarySearch(keys, judgement.right());
                        if (left >= 0 && right >= 0) {
                            sets.join(left, right);
                        }
                    });
        }
        return sets.all().stream()
                .map(part -> Arrays.stream(part).map(place -> component[place]).toArray())
                .toList();
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
}
