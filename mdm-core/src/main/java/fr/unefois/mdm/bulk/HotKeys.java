package fr.unefois.mdm.bulk;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.block.KeyedColumns;
import fr.unefois.mdm.block.LongSet;
import fr.unefois.mdm.cluster.Copies;
import fr.unefois.mdm.standardise.Columns;
import java.util.stream.LongStream;

/** The blocks of a base that are too large, for a model version to hold: see {@link BlockingRules#hot}. */
public final class HotKeys {
    private HotKeys() {}

    /**
     * The keys of blocks that hold more of these records than their rule allows, and of blocks that still do once they are
     * refined; those that the rules hold already among them. Sorted, each once.
     */
    public static long[] among(BlockingRules rules, Columns columns) {
        Copies copies = Copies.of(columns);
        KeyedColumns keyed = rules.over(columns);
        KeyRows rows = KeyRows.of(keyed, columns.size(), record -> !copies.isCopy(record));
        long[] hot = HotBlocks.among(rows, rules, 1).keys();
        KeyRows finer = rows.finer(keyed, new LongSet(hot));
        return union(union(rules.hot(), hot), HotBlocks.among(finer, rules, 1).keys());
    }

    private static long[] union(long[] some, long[] more) {
        return LongStream.concat(LongStream.of(some), LongStream.of(more))
                .sorted()
                .distinct()
                .toArray();
    }
}
