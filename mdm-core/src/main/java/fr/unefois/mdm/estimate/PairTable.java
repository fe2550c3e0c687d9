package fr.unefois.mdm.estimate;

import fr.unefois.mdm.compare.EvidenceCode;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.Weighing;
import java.util.List;
import java.util.stream.IntStream;

/** PairList with the outcome of every comparison, in columns. */
final class PairTable {
    static final byte MISSING = -1;

    private final int size;
    private final byte[][] outcomes;
    private final int[][] shifts;
    private final int[][] householdShifts;

    PairTable(Weighing weighing, PairList pairs) {
        size = pairs.size();
        int comparisons = weighing.model().comparisons().size();
        outcomes = new byte[comparisons][size];
        shifts = new int[comparisons][size];
        householdShifts = new int[comparisons][size];
        for (int c = 0; c < comparisons; c++) {
            fill(c, weighing, pairs);
        }
    }

    private void fill(int c, Weighing weighing, PairList pairs) {
        LinkageModel model = weighing.model();
        List<LinkageModel.Outcome> known = model.outcomes(c);
        int[] weights = new int[known.size()];
        int[] households = new int[known.size()];
        for (int i = 0; i < known.size(); i++) {
            weights[i] = model.weight(c, known.get(i).level());
            households[i] = model.householdWeight(c, known.get(i).level());
        }
        IntStream.range(0, size).parallel().forEach(pair -> {
            long evidence = weighing.compare(c, pairs.left(pair), pairs.right(pair));
            if (EvidenceCode.isMissing(evidence)) {
                outcomes[c][pair] = MISSING;
            } else {
                int at = EvidenceCode.place(evidence);
                outcomes[c][pair] = (byte) at;
                shifts[c][pair] = EvidenceCode.weight(evidence) - weights[at];
                householdShifts[c][pair] = EvidenceCode.household(evidence) - households[at];
            }
        });
    }

    int size() {
        return size;
    }

    /** The outcome's place among the model's, or {@link #MISSING}. */
    byte outcome(int comparison, int pair) {
        return outcomes[comparison][pair];
    }

    /** What the frequency of a shared value adds to the outcome's weights, in thousandths of a bit. */
    int shift(int comparison, int pair) {
        return shifts[comparison][pair];
    }

    /** What the frequency of a shared value, or being twins, adds to the household's weight. */
    int householdShift(int comparison, int pair) {
        return householdShifts[comparison][pair];
    }
}
