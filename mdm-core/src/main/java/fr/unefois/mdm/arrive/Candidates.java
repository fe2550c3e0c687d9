package fr.unefois.mdm.arrive;

import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.Thresholds;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Ranks candidates, and says how sure the first one is. */
final class Candidates {
    private Candidates() {}

    /**
     * One citizen above the match threshold is a match only while nobody else comes near: two who might both be meant
     * are a doubt, never a choice; and so is one whose own given name, birth or sex differs.
     */
    static Resolved rank(Collection<Resolved.Candidate> candidates, LinkageModel model, int limit) {
        Thresholds thresholds = model.thresholds();
        List<Resolved.Candidate> ranked = candidates.stream()
                .filter(candidate -> candidate.pair().weight() >= thresholds.review())
                .sorted(Comparator.comparingInt((Resolved.Candidate candidate) ->
                                -candidate.pair().weight())
                        .thenComparing(Resolved.Candidate::ref))
                .toList();
        Resolved.Outcome outcome;
        if (ranked.isEmpty()) {
            outcome = Resolved.Outcome.NONE;
        } else if (ranked.get(0).pair().weight() >= thresholds.match()
                && model.objection(ranked.get(0).pair()).isEmpty()
                && (ranked.size() == 1 || ranked.get(1).pair().weight() < thresholds.match())) {
            outcome = Resolved.Outcome.MATCH;
        } else {
            outcome = Resolved.Outcome.POSSIBLE;
        }
        return new Resolved(outcome, ranked.stream().limit(limit).toList());
    }
}
