package fr.unefois.mdm.estimate;

import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.LinkageModel.Outcome;
import java.util.List;

/** How likely a pair is of one person, or of one household. For one thread. */
final class Posterior {
    private final int[][] weights;
    private final int[][] households;
    private final int matchPrior;
    private final int householdPrior;
    double match;
    double household;
    /** Where it is known that they are two people. */
    double householdOfTwo;

    Posterior(LinkageModel model) {
        int comparisons = model.comparisons().size();
        weights = new int[comparisons][];
        households = new int[comparisons][];
        for (int c = 0; c < comparisons; c++) {
            List<Outcome> outcomes = model.outcomes(c);
            weights[c] = new int[outcomes.size()];
            households[c] = new int[outcomes.size()];
            for (int i = 0; i < outcomes.size(); i++) {
                weights[c][i] = model.weight(c, outcomes.get(i).level());
                households[c][i] = model.householdWeight(c, outcomes.get(i).level());
            }
        }
        matchPrior = model.matchPrior();
        householdPrior = model.householdPrior();
    }

    void of(PairTable pairs, int pair) {
        int same = matchPrior + pairs.shift(pair);
        int together = householdPrior + pairs.householdShift(pair);
        for (int c = 0; c < weights.length; c++) {
            byte outcome = pairs.outcome(c, pair);
            if (outcome != PairTable.MISSING) {
                same += weights[c][outcome];
                together += households[c][outcome];
            }
        }
        double ofOne = Powers.of(same);
        double ofHousehold = Powers.of(together);
        double all = 1 + ofOne + ofHousehold;
        match = ofOne / all;
        household = ofHousehold / all;
        householdOfTwo = ofHousehold / (1 + ofHousehold);
    }
}
