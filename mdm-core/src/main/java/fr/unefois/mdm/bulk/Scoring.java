package fr.unefois.mdm.bulk;

import fr.unefois.mdm.cluster.Copies;
import fr.unefois.mdm.command.Cores;
import fr.unefois.mdm.command.Phase;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.compare.Weighing;
import fr.unefois.mdm.decide.Scope;
import java.util.concurrent.atomic.LongAdder;

/** Weighs every candidate pair once, on all cores; the result is the same whatever their number. */
final class Scoring {
    private static final int RECORDS = 2_048;
    /** No rule is noted. */
    static final int[] UNMARKED = new int[256];

    private final Candidates candidates;
    private final Copies copies;
    private final Weighing weighing;
    private final Scope scope;
    private final int floor;
    private final LongAdder pairs = new LongAdder();

    Scoring(Candidates candidates, Copies copies, Weighing weighing, Scope scope) {
        this.candidates = candidates;
        this.copies = copies;
        this.weighing = weighing;
        this.scope = scope;
        this.floor = weighing.model().thresholds().floor();
    }

    /**
     * The pairs at or above the floor; a copy has the one to its original, where two of them are an edge.
     *
     * @param progress told of records, slice by slice
     */
    Edges edges(Progress progress) {
        ThreadLocal<Finder> finders = ThreadLocal.withInitial(() -> candidates.finder(UNMARKED));
        Edges found;
        try (Phase phase = Phase.begin(progress, "compare", candidates.size())) {
            int[] order = NameOrder.of(weighing.columns());
            found = Edges.of(
                    candidates.size(),
                    Cores.map(
                            (candidates.size() + RECORDS - 1) / RECORDS,
                            part -> part(order, part * RECORDS, finders.get(), phase)));
        }
        return copies.count() == 0 ? found : found.with(copied());
    }

    /** How many pairs were weighed. */
    long pairs() {
        return pairs.sum();
    }

    private Edges.Part part(int[] order, int first, Finder finder, Phase phase) {
        Edges.Part part = new Edges.Part();
        long weighed = 0;
        int end = Math.min(order.length, first + RECORDS);
        for (int i = first; i < end; i++) {
            int left = order[i];
            int count = finder.find(left);
            for (int at = 0; at < count; at++) {
                int right = finder.found(at);
                if (allows(left, right)) {
                    weighed++;
                    int weight = weighing.weight(left, right);
                    if (weight >= floor) {
                        part.add(left, right, weight);
                    }
                }
            }
        }
        pairs.add(weighed);
        phase.advance(end - first);
        return part;
    }

    /** Copies weigh against their original what any two of them weigh. */
    private Edges.Part copied() {
        long[] pairs = weighing.columns()
                .positions()
                .filter(copies::isCopy)
                .filter(copy -> candidates.hasKeys(copies.original(copy)) && allows(copies.original(copy), copy))
                .mapToLong(copy ->
                        ((long) Math.min(copies.original(copy), copy) << 32) | Math.max(copies.original(copy), copy))
                .sorted()
                .toArray();
        Edges.Part part = new Edges.Part();
        for (long pair : pairs) {
            int left = (int) (pair >>> 32);
            int weight = weighing.weight(left, (int) pair);
            if (weight >= floor) {
                part.add(left, (int) pair, weight);
            }
        }
        return part;
    }

    private boolean allows(int left, int right) {
        return scope == Scope.LINK_AND_DEDUPE
                || scope.allows(weighing.columns().key(left), weighing.columns().key(right));
    }
}
