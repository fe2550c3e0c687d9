package fr.unefois.mdm.arrive;

import fr.unefois.mdm.cluster.Cluster;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The pairs of a component that are candidates and reach the floor. Whether a pair is one depends on these two records
 * and the model alone, never on who else is there.
 */
final class Links {
    private final List<Resolution.Edge> edges;
    private final Walk walk;

    private Links(List<Resolution.Edge> edges, Walk walk) {
        this.edges = edges;
        this.walk = walk;
    }

    static Links of(Collection<StandardRecord> component, Walk walk) {
        List<StandardRecord> records = List.copyOf(component);
        long[][] keys = new long[records.size()][];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = walk.rules().keys(records.get(i));
        }
        int floor = walk.model().thresholds().floor();
        List<Resolution.Edge> edges = new ArrayList<>();
        for (int i = 0; i < keys.length; i++) {
            for (int j = i + 1; j < keys.length; j++) {
                if (meet(keys[i], keys[j])) {
                    int weight =
                            walk.model().score(records.get(i), records.get(j)).weight();
                    if (weight >= floor) {
                        edges.add(edge(records.get(i).key(), records.get(j).key(), weight));
                    }
                }
            }
        }
        return new Links(List.copyOf(edges), walk);
    }

    List<Resolution.Edge> edges() {
        return edges;
    }

    /** The smallest weight on the strongest tree that spans the cluster: what would have to be wrong for it to fall. */
    int weakest(Cluster cluster, Map<SourceKey, StandardRecord> standards, Judgements judgements) {
        List<SourceKey> members = cluster.members();
        int weakest = Integer.MAX_VALUE;
        Map<SourceKey, Integer> outside = new HashMap<>();
        members.forEach(member -> outside.put(member, Integer.MIN_VALUE));
        SourceKey last = members.get(0);
        outside.remove(last);
        while (!outside.isEmpty()) {
            SourceKey next = null;
            for (SourceKey member : members) {
                Integer known = outside.get(member);
                if (known != null) {
                    int strongest = Math.max(known, weight(last, member, standards, judgements));
                    outside.put(member, strongest);
                    if (next == null || strongest > Objects.requireNonNull(outside.get(next))) {
                        next = member;
                    }
                }
            }
            last = Objects.requireNonNull(next);
            weakest = Math.min(weakest, Objects.requireNonNull(outside.remove(last)));
        }
        return weakest;
    }

    private int weight(
            SourceKey left, SourceKey right, Map<SourceKey, StandardRecord> standards, Judgements judgements) {
        if (judgements.verdict(left, right).orElse(Judgement.Verdict.UNSURE) == Judgement.Verdict.SAME) {
            return Integer.MAX_VALUE;
        }
        return walk.model()
                .score(Objects.requireNonNull(standards.get(left)), Objects.requireNonNull(standards.get(right)))
                .weight();
    }

    private static Resolution.Edge edge(SourceKey one, SourceKey other, int weight) {
        return one.compareTo(other) < 0
                ? new Resolution.Edge(one, other, weight)
                : new Resolution.Edge(other, one, weight);
    }

    private static boolean meet(long[] sorted, long[] other) {
        return Arrays.stream(sorted).anyMatch(key -> Arrays.binarySearch(other, key) >= 0);
    }
}
