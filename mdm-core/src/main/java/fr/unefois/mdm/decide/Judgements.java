package fr.unefois.mdm.decide;

import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stewards' judgements in force; the latest of a pair counts, and one that was taken back is none. */
public final class Judgements {
    private static final Judgements NONE = new Judgements(Map.of());

    private final Map<Pair, Judgement> byPair;

    private record Pair(SourceKey left, SourceKey right) {
        static Pair of(SourceKey a, SourceKey b) {
            return a.compareTo(b) <= 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }

    private Judgements(Map<Pair, Judgement> byPair) {
        this.byPair = Map.copyOf(byPair);
    }

    public static Judgements none() {
        return NONE;
    }

    public static Judgements of(Collection<Judgement> judgements) {
        Map<Pair, Judgement> latest = new HashMap<>();
        for (Judgement judgement : judgements) {
            latest.merge(
                    Pair.of(judgement.left(), judgement.right()),
                    judgement,
                    (known, other) -> known.at().isAfter(other.at()) ? known : other);
        }
        latest.values().removeIf(judgement -> judgement.verdict() == Judgement.Verdict.WITHDRAWN);
        return new Judgements(latest);
    }

    public Optional<Judgement.Verdict> verdict(SourceKey a, SourceKey b) {
        return Optional.ofNullable(byPair.get(Pair.of(a, b))).map(Judgement::verdict);
    }

    /** The records that any of them is of. */
    public Set<SourceKey> records() {
        Set<SourceKey> records = new HashSet<>();
        byPair.keySet().forEach(pair -> Collections.addAll(records, pair.left(), pair.right()));
        return records;
    }

    public Collection<Judgement> all() {
        return byPair.values();
    }

    /** Those between any two of the records. */
    public Judgements among(Collection<SourceKey> records) {
        if (byPair.isEmpty()) {
            return NONE;
        }
        Set<SourceKey> keys = Set.copyOf(records);
        Map<Pair, Judgement> within = new HashMap<>(byPair);
        within.keySet().removeIf(pair -> !keys.contains(pair.left()) || !keys.contains(pair.right()));
        return new Judgements(within);
    }
}
