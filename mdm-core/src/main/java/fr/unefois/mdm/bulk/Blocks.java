package fr.unefois.mdm.bulk;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.cluster.Copies;
import fr.unefois.mdm.command.Cores;
import fr.unefois.mdm.compare.Weighing;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Many records in their blocks: who meets whom under the rules. Found once, for as many models as one likes. */
public final class Blocks {
    private static final int RECORDS = 2_048;
    private static final int CROWD = 10;

    private final Columns columns;
    private final Copies copies;
    private final Candidates candidates;

    private Blocks(BlockingRules rules, Columns columns, int times) {
        this.columns = columns;
        this.copies = Copies.of(columns);
        this.candidates = Candidates.of(rules, columns, record -> !copies.isCopy(record), times);
    }

    public static Blocks of(BlockingRules rules, List<StandardRecord> records) {
        return of(rules, Columns.of(records));
    }

    /** Of a file: what is too large among these records is refined. */
    public static Blocks of(BlockingRules rules, Columns columns) {
        return new Blocks(rules, columns, 1);
    }

    /**
     * Of a base, where one record at a time meets others under the rules alone: so do all of these, in blocks that have
     * outgrown their limit since it was last looked at too; in a crowd of ten times as many none can.
     */
    public static Blocks asRuled(BlockingRules rules, Columns columns) {
        return new Blocks(rules, columns, CROWD);
    }

    public Columns columns() {
        return columns;
    }

    Copies copies() {
        return copies;
    }

    Candidates candidates() {
        return candidates;
    }

    /** Tells of one candidate pair, by positions; called from one thread. */
    @FunctionalInterface
    public interface PairVisitor {
        /** @param marks of the rules under which the two meet, one over the other */
        void visit(int left, int right, int marks);
    }

    /** A number of a pair that is as good as drawn by chance, and always the same. */
    @FunctionalInterface
    public interface Lot {
        long of(int left, int right);
    }

    /**
     * A share of the candidate pairs, the same for the same records and rules, of at most about so many.
     *
     * @param lot decides which
     * @param markOf by rule, what is noted of a pair that meets under it
     */
    public void sample(Scope scope, long atMost, Lot lot, int[] markOf, PairVisitor visitor) {
        double bound = candidates.meetings();
        long share = bound <= atMost ? Long.MAX_VALUE : (long) (Long.MAX_VALUE * (atMost / bound));
        ThreadLocal<Finder> finders = ThreadLocal.withInitial(() -> candidates.finder(markOf));
        Cores.map((candidates.size() + RECORDS - 1) / RECORDS, part -> sampled(part, share, lot, scope, finders.get()))
                .forEach(part -> part.visit(visitor));
    }

    /**
     * A share of the components of {@link BulkWalk}, each as likely as any other, and the same whatever the order of the
     * records. Records that are copies of another are left out, and judgements unheard.
     *
     * @param drawn by record, whether its component is found, should it be the one of smallest key there
     */
    public List<int[]> components(Weighing weighing, Scope scope, IntPredicate drawn) {
        ThreadLocal<Around> around = ThreadLocal.withInitial(() -> new Around(candidates, weighing, scope));
        return Cores.map(
                        (candidates.size() + RECORDS - 1) / RECORDS,
                        part -> IntStream.range(part * RECORDS, Math.min(candidates.size(), (part + 1) * RECORDS))
                                .filter(record -> drawn.test(record) && !copies.isCopy(record))
                                .mapToObj(record -> around.get().first(record))
                                .flatMap(Optional::stream)
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private MarkedPairs sampled(int part, long share, Lot lot, Scope scope, Finder finder) {
        MarkedPairs sampled = new MarkedPairs();
        for (int left = part * RECORDS; left < Math.min(candidates.size(), (part + 1) * RECORDS); left++) {
            int count = finder.find(left);
            for (int at = 0; at < count; at++) {
                int right = finder.found(at);
                if ((lot.of(left, right) >>> 1) <= share && scope.allows(columns.key(left), columns.key(right))) {
                    sampled.add(left, right, finder.marks(at));
                }
            }
        }
        return sampled;
    }
}
