package fr.unefois.mdm.bulk;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What blocking rules would make of many records, counted from the sizes of the blocks alone.
 *
 * @param rules one a rule, in the rules' order
 */
public record BlockingProfile(List<Rule> rules) {
    public BlockingProfile {
        rules = List.copyOf(rules);
    }

    /**
     * One rule.
     *
     * @param records how many records have a key under it
     * @param blocks how many blocks hold two records or more
     * @param largest how many records the largest block holds
     * @param pairs how many pairs all its blocks would give, if none were refined; a pair that meets twice counts twice
     * @param hot the keys of the blocks that are too large and are refined, sorted
     * @param refinedPairs how many pairs the blocks give that are not too large
     */
    public record Rule(
            String name, int records, int blocks, int largest, long pairs, List<Long> hot, long refinedPairs) {
        public Rule {
            hot = List.copyOf(hot);
        }
    }

    public static BlockingProfile of(BlockingRules rules, List<StandardRecord> records) {
        return new BlockingProfile(IntStream.range(0, rules.names().size())
                .mapToObj(rule -> rule(rule, rules, records))
                .toList());
    }

    private static Rule rule(int rule, BlockingRules rules, List<StandardRecord> records) {
        long[][] byRecord = new long[records.size()][];
        IntStream.range(0, byRecord.length).parallel().forEach(i -> byRecord[i] = rules.keys(rule, records.get(i)));
        int keyed =
                (int) Arrays.stream(byRecord).filter(keys -> keys.length > 0).count();
        long[] keys =
                Arrays.stream(byRecord).flatMapToLong(LongStream::of).sorted().toArray();
        int limit = keys.length == 0 ? Integer.MAX_VALUE : limit(rules, byRecord, records);
        List<Long> hot = new ArrayList<>();
        int blocks = 0;
        int largest = 0;
        long pairs = 0;
        long kept = 0;
        for (int start = 0; start < keys.length; ) {
            int end = start + 1;
            while (end < keys.length && keys[end] == keys[start]) {
                end++;
            }
            int size = end - start;
            long some = (long) size * (size - 1) / 2;
            blocks += size > 1 ? 1 : 0;
            largest = Math.max(largest, size);
            pairs += some;
            if (size > limit) {
                hot.add(keys[start]);
            } else {
                kept += some;
            }
            start = end;
        }
        return new Rule(rules.names().get(rule), keyed, blocks, largest, pairs, hot, kept);
    }

    private static int limit(BlockingRules rules, long[][] byRecord, List<StandardRecord> records) {
        int first = 0;
        while (byRecord[first].length == 0) {
            first++;
        }
        return rules.limit(byRecord[first][0], records.get(first));
    }

    /** The keys of all blocks that are refined, sorted. */
    public long[] hot() {
        return rules.stream()
                .flatMap(rule -> rule.hot().stream())
                .mapToLong(Long::longValue)
                .sorted()
                .distinct()
                .toArray();
    }

    /** How many pairs the rules' blocks would give together, none refined, a pair as often as it meets. */
    public long pairs() {
        return rules.stream().mapToLong(Rule::pairs).sum();
    }
}
