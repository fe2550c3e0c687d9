package fr.unefois.mdm.compare;

import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * A match weight step by step, everything in thousandths of a bit: the prior, what each comparison adds, and what the
 * household's alternative takes away. It holds no value of either record.
 *
 * @param matchPrior log2 of the prior odds of one person
 * @param householdPrior log2 of the prior odds of two people of one household
 * @param steps one a comparison, in the model's order
 * @param household log2 of the odds of two people of one household against strangers, prior included
 * @param householdTerm what that takes from the weight: −log2(1 + 2^household), at most 0
 * @param weight what is left: the match weight
 */
public record Waterfall(
        SourceKey left,
        SourceKey right,
        int matchPrior,
        int householdPrior,
        List<Step> steps,
        int household,
        int householdTerm,
        int weight) {
    public Waterfall {
        steps = List.copyOf(steps);
    }

    /**
     * One comparison.
     *
     * @param running the person's evidence up to here: the prior and every weight so far, the household left aside
     */
    public record Step(Evidence evidence, int running) {}

    /** The pair's waterfall; its weight is the one that {@link LinkageModel#score} gives. */
    public static Waterfall of(LinkageModel model, StandardRecord left, StandardRecord right) {
        return of(model, model.score(left, right));
    }

    public static Waterfall of(LinkageModel model, ScoredPair pair) {
        List<Step> steps = new ArrayList<>();
        int running = model.matchPrior();
        int household = model.householdPrior();
        for (Evidence evidence : pair.evidence()) {
            running += evidence.weight();
            household += evidence.householdWeight();
            steps.add(new Step(evidence, running));
        }
        return new Waterfall(
                pair.left(),
                pair.right(),
                model.matchPrior(),
                model.householdPrior(),
                steps,
                household,
                pair.weight() - running,
                pair.weight());
    }

    /** The probability that the weight stands for. */
    public double probability() {
        return 1 / (1 + Math.pow(2, -weight / 1000.0));
    }
}
