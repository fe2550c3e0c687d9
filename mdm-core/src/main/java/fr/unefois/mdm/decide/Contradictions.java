package fr.unefois.mdm.decide;

import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds the judgements in force that new ones would contradict: A is B and B is C, so A is nobody else than C. */
public final class Contradictions {
    private final Function<Collection<SourceKey>, Judgements> naming;

    /** @param naming the judgements in force that name at least one of the records */
    public Contradictions(Function<Collection<SourceKey>, Judgements> naming) {
        this.naming = naming;
    }

    /**
     * The judgements that together say the contrary of one of the new ones, in the order of the argument; empty where
     * none do. What was said before of the same two records is replaced, not contradicted.
     */
    public List<Judgement> of(Collection<Judgement> decided) {
        Set<List<SourceKey>> replaced = new HashSet<>();
        decided.forEach(one -> replaced.add(List.of(one.left(), one.right())));
        for (Judgement judgement : decided) {
            List<Judgement> because = switch (judgement.verdict()) {
                case SAME -> againstSame(judgement, replaced);
                case DIFFERENT -> reach(judgement.left(), replaced).way(judgement.right());
                case UNSURE, WITHDRAWN -> List.of();
            };
            if (!because.isEmpty()) {
                return because;
            }
        }
        return List.of();
    }

    private List<Judgement> againstSame(Judgement judgement, Set<List<SourceKey>> replaced) {
        Reached left = reach(judgement.left(), replaced);
        Reached right = reach(judgement.right(), replaced);
        for (Judgement known : left.different) {
            SourceKey here = left.ways.containsKey(known.left()) ? known.left() : known.right();
            SourceKey there = here.equals(known.left()) ? known.right() : known.left();
            if (right.ways.containsKey(there)) {
                List<Judgement> because = new ArrayList<>(left.way(here));
                because.add(known);
                List<Judgement> back = new ArrayList<>(right.way(there));
                Collections.reverse(back);
                because.addAll(back);
                return because;
            }
        }
        return List.of();
    }

    /** Who is known to be the same as one record, by which judgements, and what tells these from others. */
    private record Reached(Map<SourceKey, List<Judgement>> ways, List<Judgement> different) {
        List<Judgement> way(SourceKey key) {
            return ways.getOrDefault(key, List.of());
        }
    }

    private Reached reach(SourceKey from, Set<List<SourceKey>> replaced) {
        Map<SourceKey, List<Judgement>> ways = new TreeMap<>(Map.of(from, List.of()));
        List<Judgement> different = new ArrayList<>();
        Set<SourceKey> next = Set.of(from);
        while (!next.isEmpty()) {
            Set<SourceKey> found = new TreeSet<>();
            for (Judgement known : inOrder(naming.apply(next))) {
                if (replaced.contains(List.of(known.left(), known.right()))) {
                    continue;
                }
                if (known.verdict() == Verdict.DIFFERENT) {
                    different.add(known);
                } else if (known.verdict() == Verdict.SAME) {
                    SourceKey here = ways.containsKey(known.left()) ? known.left() : known.right();
                    SourceKey there = here.equals(known.left()) ? known.right() : known.left();
                    List<Judgement> way = new ArrayList<>(ways.getOrDefault(here, List.of()));
                    way.add(known);
                    if (ways.putIfAbsent(there, List.copyOf(way)) == null) {
                        found.add(there);
                    }
                }
            }
            next = found;
        }
        return new Reached(ways, different);
    }

    private static List<Judgement> inOrder(Judgements judgements) {
        return judgements.all().stream()
                .sorted(Comparator.comparing(Judgement::left).thenComparing(Judgement::right))
                .toList();
    }
}
