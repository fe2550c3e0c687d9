package fr.unefois.mdm.cluster;

import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import java.util.List;

/** What stewards decided of the records of one component, by position. */
final class Constraints {
    private final List<SourceKey> keys;
    private final Judgements judgements;
    private final Scope scope;
    private final boolean none;

    Constraints(List<SourceKey> keys, Judgements judgements, Scope scope) {
        this.keys = keys;
        this.judgements = judgements;
        this.scope = scope;
        this.none = judgements.all().isEmpty();
    }

    boolean nothingJudged() {
        return none;
    }

    boolean same(int i, int j) {
        return is(Verdict.SAME, i, j);
    }

    /** Whether two records of the clusters were judged different, or may never match: then the clusters are. */
    boolean different(int[] a, int[] b) {
        if (none && scope == Scope.LINK_AND_DEDUPE) {
            return false;
        }
        for (int i : a) {
            for (int j : b) {
                if (!scope.allows(keys.get(i), keys.get(j)) || is(Verdict.DIFFERENT, i, j)) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean judged(int i, int j) {
        return !none && judgements.verdict(keys.get(i), keys.get(j)).isPresent();
    }

    private boolean is(Verdict verdict, int i, int j) {
        return !none
                && judgements
                        .verdict(keys.get(i), keys.get(j))
                        .filter(verdict::equals)
                        .isPresent();
    }
}
