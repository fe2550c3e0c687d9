package fr.unefois.mdm.estimate;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.Arrays;
import java.util.List;

/**
 * Which comparisons a pair's meeting leaves free: a pair tells how often a name is misspelt only if it met under a rule
 * that does not ask for the name.
 */
final class Freedom {
    private final long[][] keys;
    private final byte[][] ruleOf;
    private final int[] free;

    /** @param comparisons at most 32 */
    Freedom(BlockingRules rules, List<StandardRecord> records, List<String> comparisons) {
        free = new int[rules.names().size()];
        for (int rule = 0; rule < free.length; rule++) {
            for (int c = 0; c < comparisons.size(); c++) {
                if (!rules.comparisons(rule).contains(comparisons.get(c))) {
                    free[rule] |= 1 << c;
                }
            }
        }
        keys = new long[records.size()][];
        ruleOf = new byte[records.size()][];
        java.util.stream.IntStream.range(0, keys.length).parallel().forEach(i -> index(rules, records.get(i), i));
    }

    private void index(BlockingRules rules, StandardRecord record, int at) {
        keys[at] = rules.keys(record);
        ruleOf[at] = new byte[keys[at].length];
        for (int rule = 0; rule < free.length; rule++) {
            for (long key : rules.keys(rule, record)) {
                int position = Arrays.binarySearch(keys[at], key);
                ruleOf[at][position] = (byte) rule;
            }
        }
    }

    /** A bit for every comparison that at least one of the rules under which the two records meet leaves free. */
    int of(int left, int right) {
        long[] ours = keys[left];
        long[] theirs = keys[right];
        int bits = 0;
        int i = 0;
        int j = 0;
        while (i < ours.length && j < theirs.length) {
            if (ours[i] == theirs[j]) {
                bits |= free[ruleOf[left][i]];
                i++;
                j++;
            } else if (ours[i] < theirs[j]) {
                i++;
            } else {
                j++;
            }
        }
        return bits;
    }
}
