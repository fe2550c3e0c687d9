package fr.unefois.mdm.review;

import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.golden.GoldenRecord;
import fr.unefois.mdm.golden.GoldenValue;
import java.util.List;

/** What speaks against one cluster's being one person, shown by two of its records. */
public record Suspicion(Reason reason, ScoredPair pair) {
    /**
     * How many of the citizen's values, in thousandths, are expected to be somebody else's: the values by the probability
     * that the two records are of two people.
     */
    int risk(GoldenRecord golden) {
        int values = golden.attributes().values().stream()
                .mapToInt(List<GoldenValue>::size)
                .sum();
        return (int) Math.round(1000 * values * (1 - pair.probability()));
    }
}
