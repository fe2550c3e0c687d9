package fr.unefois.mdm.decide;

import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.compare.Thresholds;
import fr.unefois.mdm.record.Judgement;

/** The three zones of match weight, under the stewards' judgements: a judgement outranks any weight. */
public record Zones(LinkageModel model, Judgements judgements) {
    /** SAME is a match and DIFFERENT none, whatever the weight; UNSURE leaves the pair with the stewards. */
    public Decision decide(ScoredPair pair) {
        return judgements.verdict(pair.left(), pair.right()).map(Zones::decided).orElseGet(() -> byWeight(pair));
    }

    private static Decision decided(Judgement.Verdict verdict) {
        return switch (verdict) {
            case SAME -> Decision.MATCH;
            case DIFFERENT -> Decision.NON_MATCH;
            case UNSURE -> Decision.REVIEW;
            case WITHDRAWN -> throw new IllegalStateException("a judgement that was taken back is in force no more");
        };
    }

    private Decision byWeight(ScoredPair pair) {
        Thresholds thresholds = model.thresholds();
        if (pair.weight() >= thresholds.match() && model.objection(pair).isEmpty()) {
            return Decision.MATCH;
        }
        return pair.weight() >= thresholds.review() ? Decision.REVIEW : Decision.NON_MATCH;
    }
}
