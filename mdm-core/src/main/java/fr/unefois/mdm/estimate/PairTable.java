package fr.unefois.mdm.estimate;

import fr.unefois.mdm.compare.Evidence;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Pairs with the outcome of every comparison, in columns. */
final class PairTable {
    static final byte MISSING = -1;

    private final int size;
    private final byte[][] outcomes;
    private final int[][] shifts;
    private final int[][] householdShifts;

    /**
     * @param lefts positions among the records; likewise rights
     */
    PairTable(LinkageModel model, List<StandardRecord> records, int[] lefts, int[] rights) {
        size = lefts.length;
        int comparisons = model.comparisons().size();
        outcomes = new byte[comparisons][size];
        shifts = new int[comparisons][size];
        householdShifts = new int[comparisons][size];
        for (int c = 0; c < comparisons; c++) {
            fill(c, model, records, lefts, rights);
        }
    }

    private void fill(int c, LinkageModel model, List<StandardRecord> records, int[] lefts, int[] rights) {
        List<LinkageModel.Outcome> known = model.outcomes(c);
        Map<String, Byte> positions = new HashMap<>();
        int[] weights = new int[known.size()];
        int[] households = new int[known.size()];
        for (int i = 0; i < known.size(); i++) {
            positions.put(known.get(i).level(), (byte) i);
            weights[i] = model.weight(c, known.get(i).level());
            households[i] = model.householdWeight(c, known.get(i).level());
        }
        IntStream.range(0, size).parallel().forEach(pair -> {
            Evidence evidence = model.compare(c, records.get(lefts[pair]), records.get(rights[pair]));
            Byte at = positions.get(evidence.level());
            outcomes[c][pair] = at == null ? MISSING : at;
            shifts[c][pair] = at == null ? 0 : evidence.weight() - weights[at];
            householdShifts[c][pair] = at == null ? 0 : evidence.householdWeight() - households[at];
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
