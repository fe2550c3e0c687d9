package fr.unefois.mdm.compare;

import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.Columns;
import java.util.ArrayList;
import java.util.List;

/**
 * A linkage model over records in columns, by their positions: the same weights for two records as for ten million.
 * Threads may share it.
 */
public final class Weighing {
    private final LinkageModel model;
    private final Columns columns;
    private final List<Comparison> comparisons;
    private final Comparer[] comparers;

    Weighing(LinkageModel model, List<Comparison> comparisons, Columns columns) {
        this.model = model;
        this.columns = columns;
        this.comparisons = comparisons;
        NamedColumns people = new NamedColumns(columns);
        this.comparers =
                comparisons.stream().map(comparison -> comparison.over(people)).toArray(Comparer[]::new);
    }

    public LinkageModel model() {
        return model;
    }

    public Columns columns() {
        return columns;
    }

    /** What one comparison says of two records, as {@link EvidenceCode}. */
    public long compare(int comparison, int left, int right) {
        return comparers[comparison].compare(left, right);
    }

    /** Whether the two cannot both be right of one person, by what one comparison says of them. */
    public boolean contradict(int comparison, long evidence) {
        return !EvidenceCode.isMissing(evidence)
                && comparisons.get(comparison).contradicts(EvidenceCode.place(evidence));
    }

    /** Whether a record says anything of what one comparison compares. */
    public boolean tells(int comparison, int record) {
        return comparers[comparison].tells(record);
    }

    /** What one comparison says of two records, with its names. */
    public Evidence evidence(int comparison, int left, int right) {
        return comparisons.get(comparison).levels().named(compare(comparison, left, right));
    }

    /** The pair's match weight, in thousandths of a bit. */
    public int weight(int left, int right) {
        int same = 0;
        int household = 0;
        for (Comparer comparer : comparers) {
            long evidence = comparer.compare(left, right);
            same += EvidenceCode.weight(evidence);
            household += EvidenceCode.household(evidence);
        }
        return model.gain(same, household);
    }

    /** The pair with its evidence; the weight is that of {@link #weight}. */
    public ScoredPair score(int left, int right) {
        SourceKey one = columns.key(left);
        SourceKey other = columns.key(right);
        boolean inOrder = one.compareTo(other) <= 0;
        List<Evidence> evidence = new ArrayList<>(comparers.length);
        int same = 0;
        int household = 0;
        for (int comparison = 0; comparison < comparers.length; comparison++) {
            Evidence found = evidence(comparison, left, right);
            same += found.weight();
            household += found.householdWeight();
            evidence.add(found);
        }
        return new ScoredPair(inOrder ? one : other, inOrder ? other : one, model.gain(same, household), evidence);
    }
}
