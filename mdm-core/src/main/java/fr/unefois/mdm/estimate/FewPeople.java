package fr.unefois.mdm.estimate;

import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.OperatingPoint;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Whether the records tell of so few people that two of them drawn by chance are often of one. Then the frequency of a
 * value says how often its bearer was recorded, not how rare it is, and nothing can be learned from random pairs.
 */
final class FewPeople {
    /** Of a thousand people ten times recorded, one random pair in a thousand is of one person. */
    private static final double OFTEN = 0.1;

    private static final int PAIRS = 10_000;
    private static final long SEED = 20_250_311L;

    private FewPeople() {}

    /**
     * @param model what is known beforehand, nothing counted in the records
     * @param records in an order of their own
     */
    static boolean areIn(List<StandardRecord> records, LinkageModel model) {
        LinkageModel safe = model.at(OperatingPoint.SAFE);
        SplittableRandom dice = new SplittableRandom(SEED);
        int matches = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            int left = dice.nextInt(records.size());
            int right = (left + 1 + dice.nextInt(records.size() - 1)) % records.size();
            if (safe.weight(records.get(left), records.get(right))
                    >= safe.thresholds().match()) {
                matches++;
            }
        }
        return matches > OFTEN * PAIRS;
    }
}
