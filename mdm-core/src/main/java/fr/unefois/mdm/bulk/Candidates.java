package fr.unefois.mdm.bulk;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.block.KeyedColumns;
import fr.unefois.mdm.block.LongSet;
import fr.unefois.mdm.standardise.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The blocks of many records. A block that is too large is refined by one more field; those of its records that lack the
 * field, and those of a refined block that is still too large, are besides compared with their neighbours in sorted order,
 * so that none is dropped.
 */
final class Candidates {
    private final Members members;
    private final Neighbours neighbours;
    private final int hotBlocks;
    private final IntPredicate keyed;

    private Candidates(Members members, Neighbours neighbours, int hotBlocks, IntPredicate keyed) {
        this.members = members;
        this.neighbours = neighbours;
        this.hotBlocks = hotBlocks;
        this.keyed = keyed;
    }

    /**
     * @param read which records are compared at all
     * @param times how many times its rule's limit a block may hold before it is refined here
     */
    static Candidates of(BlockingRules rules, Columns columns, IntPredicate read, int times) {
        KeyedColumns keyed = rules.over(columns);
        KeyRows all = KeyRows.of(keyed, columns.size(), read);
        HotBlocks hot = HotBlocks.among(all, rules, times);
        if (hot.keys().length == 0) {
            return new Candidates(Members.of(all), Neighbours.none(columns.size()), 0, all::hasKeys);
        }
        boolean[] had = new boolean[columns.size()];
        for (int record = 0; record < had.length; record++) {
            had[record] = all.hasKeys(record);
        }
        LongSet crowded = new LongSet(hot.keys());
        KeyRows finer = all.finer(keyed, crowded);
        HotBlocks still = HotBlocks.among(finer, rules, times);
        LongSet dropped = new LongSet(still.keys());
        all.refine(crowded, finer, dropped);
        List<HotBlocks.Block> blocks = new ArrayList<>(hot.blocks());
        blocks.addAll(still.blocks());
        return new Candidates(
                Members.of(all),
                Neighbours.of(blocks, columns, keyed, dropped),
                hot.keys().length,
                record -> had[record]);
    }

    int size() {
        return members.records();
    }

    /** Blocks that were too large and were refined. */
    int hotBlocks() {
        return hotBlocks;
    }

    /** Whether the record says enough to be compared with another, should there be one like it. */
    boolean hasKeys(int record) {
        return keyed.test(record);
    }

    /** How many pairs the blocks give, a pair as often as it meets. */
    long meetings() {
        return members.meetings();
    }

    /**
     * A finder of pairs for one thread.
     *
     * @param markOf by rule, what is noted of a pair that meets under it
     */
    Finder finder(int[] markOf) {
        return new Finder(members, neighbours, markOf);
    }
}
