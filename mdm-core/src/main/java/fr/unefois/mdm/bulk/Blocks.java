package fr.unefois.mdm.bulk;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.cluster.Copies;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.List;

/** Many records in their blocks: who meets whom under the rules. Found once, for as many models as one likes. */
public final class Blocks {
    private final List<StandardRecord> records;
    private final Copies copies;
    private final List<StandardRecord> originals;
    private final Candidates candidates;

    private Blocks(BlockingRules rules, List<StandardRecord> records) {
        this.records = List.copyOf(records);
        this.copies = Copies.of(records);
        this.originals = copies.originals(records);
        this.candidates = Candidates.of(rules, originals);
    }

    public static Blocks of(BlockingRules rules, List<StandardRecord> records) {
        return new Blocks(rules, records);
    }

    List<StandardRecord> records() {
        return records;
    }

    Copies copies() {
        return copies;
    }

    /** The records that are not copies of one before. */
    List<StandardRecord> originals() {
        return originals;
    }

    /** Of the originals, by place among them. */
    Candidates candidates() {
        return candidates;
    }

    /** Tells of one candidate pair, by positions in the list of records; called from one thread. */
    @FunctionalInterface
    public interface PairVisitor {
        void visit(int left, int right);
    }

    /** A share of the candidate pairs, the same for the same records and rules, of at most about so many. */
    public void sample(Scope scope, long atMost, PairVisitor visitor) {
        int[] positions = copies.originals();
        KeyTable table = candidates.table();
        long bound = 0;
        for (int start = 0; start < table.size(); start = table.end(start)) {
            long size = (long) table.end(start) - start;
            bound += size * (size - 1) / 2;
        }
        // A pair is told of under the first key it shares; of which keys is a matter of chance, not of how many it has.
        long share = bound <= atMost ? Long.MAX_VALUE : (long) (Long.MAX_VALUE * ((double) atMost / bound));
        for (int start = 0; start < table.size(); start = table.end(start)) {
            long key = table.key(start);
            if (((key * 0x9e3779b97f4a7c15L) >>> 1) > share) {
                continue;
            }
            int end = table.end(start);
            for (int i = start; i < end; i++) {
                for (int j = i + 1; j < end; j++) {
                    int left = positions[table.record(i)];
                    int right = positions[table.record(j)];
                    if (candidates.meetFirst(key, table.record(i), table.record(j))
                            && scope.allows(
                                    records.get(left).key(), records.get(right).key())) {
                        visitor.visit(left, right);
                    }
                }
            }
        }
    }
}
