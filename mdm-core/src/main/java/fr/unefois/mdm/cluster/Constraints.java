package fr.unefois.mdm.cluster;

import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What stewards decided of the records of one component, by position. */
final class Constraints {
    private final int size;
    private final IntFunction<SourceKey> keys;
    private final Judgements judgements;
    private final Scope scope;
    private final boolean none;
    /** By position, those that SAME judgements lead to, itself among them. */
    private final int[][] together;

    Constraints(List<SourceKey> keys, Judgements judgements, Scope scope) {
        this(keys.size(), keys::get, judgements, scope);
    }

    Constraints(int size, IntFunction<SourceKey> keys, Judgements judgements, Scope scope) {
        this.size = size;
        this.keys = keys;
        this.judgements = judgements;
        this.scope = scope;
        this.none = judgements.all().isEmpty();
        this.together = none ? new int[0][] : together();
    }

    private int[][] together() {
        DisjointSets sets = new DisjointSets(size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                if (same(i, j)) {
                    sets.join(i, j);
                }
            }
        }
        int[] all = IntStream.range(0, size).toArray();
        return Arrays.stream(all)
                .mapToObj(i -> Arrays.stream(all)
                        .filter(j -> sets.find(i) == sets.find(j))
                        .toArray())
                .toArray(int[][]::new);
    }

    boolean nothingJudged() {
        return none;
    }

    boolean same(int i, int j) {
        return is(Verdict.SAME, i, j);
    }

    /**
     * Whether the clusters may not become one, now or once what was judged the same is together: no likeness may stand in
     * the way of a judgement.
     */
    boolean apart(int[] a, int[] b) {
        return different(a, b) || (!none && different(led(a), led(b)));
    }

    private int[] led(int[] cluster) {
        return Arrays.stream(cluster)
                .flatMap(member -> Arrays.stream(together[member]))
                .distinct()
                .toArray();
    }

    /** Whether two records of the clusters were judged different, or may never match: then the clusters are. */
    boolean different(int[] a, int[] b) {
        if (none && scope == Scope.LINK_AND_DEDUPE) {
            return false;
        }
        for (int i : a) {
            for (int j : b) {
                if (!scope.allows(keys.apply(i), keys.apply(j)) || is(Verdict.DIFFERENT, i, j)) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean judged(int i, int j) {
        return !none && judgements.verdict(keys.apply(i), keys.apply(j)).isPresent();
    }

    private boolean is(Verdict verdict, int i, int j) {
        return !none
                && judgements
                        .verdict(keys.apply(i), keys.apply(j))
                        .filter(verdict::equals)
                        .isPresent();
    }
}
