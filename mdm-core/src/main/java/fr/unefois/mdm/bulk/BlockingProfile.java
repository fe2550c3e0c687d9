package fr.unefois.mdm.bulk;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.cluster.Copies;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What blocking rules would make of many records, counted from the sizes of the blocks alone. As in the walk, one record
 * stands for its many copies.
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
        return of(rules, Columns.of(records));
    }

    public static BlockingProfile of(BlockingRules rules, Columns columns) {
        int count = rules.names().size();
        Copies copies = Copies.of(columns);
        KeyRows rows = KeyRows.of(rules.over(columns), columns.size(), record -> !copies.isCopy(record));
        return new BlockingProfile(IntStream.range(0, count)
                .mapToObj(rule -> rule(rule, rules, rows))
                .toList());
    }

    private static Rule rule(int rule, BlockingRules rules, KeyRows rows) {
        KeyTable table = new KeyTable(1024);
        int keyed = 0;
        for (int piece = 0; piece < rows.pieces(); piece++) {
            int[] starts = rows.starts(piece);
            for (int row = 0; row + 1 < starts.length; row++) {
                int before = table.size();
                for (int i = starts[row]; i < starts[row + 1]; i++) {
                    if ((rows.rules(piece)[i] & 0xFF) == rule) {
                        table.add(rows.keys(piece)[i], KeyRows.first(piece) + row, i);
                    }
                }
                keyed += table.size() > before ? 1 : 0;
            }
        }
        table.sort();
        List<Long> hot = new ArrayList<>();
        int blocks = 0;
        int largest = 0;
        long pairs = 0;
        long kept = 0;
        for (int start = 0; start < table.size(); start = table.end(start)) {
            int size = table.end(start) - start;
            long some = (long) size * (size - 1) / 2;
            blocks += size > 1 ? 1 : 0;
            largest = Math.max(largest, size);
            pairs += some;
            if (size > rules.limit(rule)) {
                hot.add(table.key(start));
            } else {
                kept += some;
            }
        }
        return new Rule(rules.names().get(rule), keyed, blocks, largest, pairs, hot, kept);
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
