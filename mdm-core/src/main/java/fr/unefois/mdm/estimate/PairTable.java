package fr.unefois.mdm.estimate;

import fr.unefois.mdm.compare.EvidenceCode;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.Weighing;
import java.util.List;
import java.util.stream.IntStream;

/** Pairs with the outcome of every comparison, pair after pair. */
final class PairTable {
    static final byte MISSING = -1;

    private final int size;
    private final int comparisons;
    private final byte[] outcomes;
    private final int[] shifts;
    private final int[] householdShifts;

    PairTable(Weighing weighing, PairList pairs) {
        size = pairs.size();
        comparisons = weighing.model().comparisons().size();
        outcomes = new byte[Math.multiplyExact(comparisons, size)];
        shifts = new int[size];
        householdShifts = new int[size];
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
                outcomes[pair * comparisons + c] = MISSING;
            } else {
                int at = EvidenceCode.place(evidence);
                outcomes[pair * comparisons + c] = (byte) at;
                shifts[pair] += EvidenceCode.weight(evidence) - weights[at];
                householdShifts[pair] += EvidenceCode.household(evidence) - households[at];
            }
        });
    }

    int size() {
        return size;
    }

    /** The outcome's place among the model's, or {@link #MISSING}. */
    byte outcome(int comparison, int pair) {
        return outcomes[pair * comparisons + comparison];
    }

    /** What the frequencies of shared values add to the outcomes' weights, in thousandths of a bit. */
    int shift(int pair) {
        return shifts[pair];
    }

    /** What the frequencies of shared values, and being twins, add to the household's weights. */
    int householdShift(int pair) {
        return householdShifts[pair];
    }
}
