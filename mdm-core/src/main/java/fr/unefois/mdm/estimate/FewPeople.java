package fr.unefois.mdm.estimate;

import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.OperatingPoint;
import fr.unefois.mdm.compare.Weighing;
import fr.unefois.mdm.standardise.Columns;
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

    /** @param model what is known beforehand, nothing counted in the records */
    static boolean areIn(Columns columns, Lots lots, LinkageModel model) {
        LinkageModel safe = model.at(OperatingPoint.SAFE);
        Weighing weighing = safe.over(columns);
        int[] order = lots.order();
        SplittableRandom dice = new SplittableRandom(SEED);
        int matches = 0;
        for (int pair = 0; pair < PAIRS; pair++) {
            int left = dice.nextInt(order.length);
            int right = (left + 1 + dice.nextInt(order.length - 1)) % order.length;
            if (weighing.weight(order[left], order[right]) >= safe.thresholds().match()) {
                matches++;
            }
        }
        return matches > OFTEN * PAIRS;
    }
}
