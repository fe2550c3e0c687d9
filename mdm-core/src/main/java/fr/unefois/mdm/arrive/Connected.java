package fr.unefois.mdm.arrive;

import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Which records still hang together. What is resolved together may have come apart since, by a correction or a judgement;
 * each part is then solved by itself, as it would be had it never been anything else.
 */
final class Connected {
    private final Map<SourceKey, SourceKey> parents = new HashMap<>();

    private Connected(Collection<SourceKey> keys) {
        keys.forEach(key -> parents.put(key, key));
    }

    /** The parts, each in the order of the keys, by their first ones. */
    static Collection<List<SourceKey>> parts(
            Collection<SourceKey> keys, List<Resolution.Edge> edges, Judgements judgements) {
        Connected connected = new Connected(keys);
        edges.forEach(edge -> connected.join(edge.left(), edge.right()));
        judgements.all().stream()
                .filter(judgement -> judgement.verdict() == Verdict.SAME)
                .forEach(judgement -> connected.join(judgement.left(), judgement.right()));
        Map<SourceKey, List<SourceKey>> parts = new TreeMap<>();
        keys.stream()
                .sorted()
                .forEach(key -> parts.computeIfAbsent(connected.root(key), any -> new ArrayList<>())
                        .add(key));
        return parts.values();
    }

    private void join(SourceKey one, SourceKey other) {
        if (parents.containsKey(one) && parents.containsKey(other)) {
            SourceKey left = root(one);
            SourceKey right = root(other);
            boolean first = left.compareTo(right) < 0;
            parents.put(first ? right : left, first ? left : right);
        }
    }

    private SourceKey root(SourceKey key) {
        SourceKey at = key;
        for (SourceKey up = parent(at); !up.equals(at); up = parent(at)) {
            parents.put(at, parent(up));
            at = up;
        }
        return at;
    }

    private SourceKey parent(SourceKey key) {
        return Objects.requireNonNull(parents.get(key));
    }
}
