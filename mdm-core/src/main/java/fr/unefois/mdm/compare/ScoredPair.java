package fr.unefois.mdm.compare;

import fr.unefois.mdm.record.SourceKey;
import java.util.List;

/**
 * A candidate pair with its evidence.
 *
 * @param weight the match weight in thousandths of a bit, prior and household alternative included: log2 of the odds
 *     that the two records are of one person
 * @param evidence a line a comparison, in the model's order
 */
public record ScoredPair(SourceKey left, SourceKey right, int weight, List<Evidence> evidence) {
    public ScoredPair {
        evidence = List.copyOf(evidence);
    }

    /** The match weight in bits. */
    public double bits() {
        return weight / 1000.0;
    }

    /** The probability that the weight stands for: 2^w / (1 + 2^w). */
    public double probability() {
        return 1 / (1 + Math.pow(2, -bits()));
    }
}
