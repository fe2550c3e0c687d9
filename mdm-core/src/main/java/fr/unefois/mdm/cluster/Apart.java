package fr.unefois.mdm.cluster;

import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.Columns;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which clusters of many records may never be one: a glance at each record, not at each pair. */
final class Apart {
    private final Scope scope;
    private final Columns columns;
    private final List<Judgement> different;

    Apart(Scope scope, Columns columns, Judgements judgements) {
        this.scope = scope;
        this.columns = columns;
        this.different = judgements.all().stream()
                .filter(judgement -> judgement.verdict() == Verdict.DIFFERENT)
                .toList();
    }

    /** Whether two records of the clusters were judged different, or may never match. */
    boolean areApart(int[] a, int[] b) {
        return byScope(a, b) || (!different.isEmpty() && byJudgement(keys(a), keys(b)));
    }

    private boolean byScope(int[] a, int[] b) {
        if (scope == Scope.LINK_AND_DEDUPE) {
            return false;
        }
        Set<String> ours = sources(a);
        Set<String> theirs = sources(b);
        Set<String> both = new HashSet<>(ours);
        both.addAll(theirs);
        return scope == Scope.LINK_ONLY ? both.size() < ours.size() + theirs.size() : both.size() > 1;
    }

    private boolean byJudgement(Set<SourceKey> a, Set<SourceKey> b) {
        return different.stream()
                .anyMatch(judgement -> (a.contains(judgement.left()) && b.contains(judgement.right()))
                        || (b.contains(judgement.left()) && a.contains(judgement.right())));
    }

    private Set<String> sources(int[] positions) {
        return Arrays.stream(positions)
                .mapToObj(position -> columns.key(position).source())
                .collect(Collectors.toSet());
    }

    private Set<SourceKey> keys(int[] positions) {
        return Arrays.stream(positions).mapToObj(columns::key).collect(Collectors.toSet());
    }
}
