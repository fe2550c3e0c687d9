package fr.unefois.mdm.estimate;

import fr.unefois.mdm.block.BlockingRules;
import java.util.List;
import java.util.Set;

/**
 * Which comparisons a pair's meeting leaves free: a pair tells how often a name is misspelt only if it met under a rule
 * that does not ask for the name.
 */
final class Freedom {
    private Freedom() {}

    /**
     * By rule a bit for every comparison that it leaves free; of a pair that meets under several, each of them counts.
     *
     * @param comparisons at most 32
     */
    static int[] byRule(BlockingRules rules, List<String> comparisons) {
        int[] free = new int[rules.names().size()];
        for (int rule = 0; rule < free.length; rule++) {
            Set<String> asked = rules.comparisons(rule);
            for (int c = 0; c < comparisons.size(); c++) {
                if (!asked.contains(comparisons.get(c))) {
                    free[rule] |= 1 << c;
                }
            }
        }
        return free;
    }
}
