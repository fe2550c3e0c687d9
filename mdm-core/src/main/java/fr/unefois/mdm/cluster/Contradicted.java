package fr.unefois.mdm.cluster;

import fr.unefois.mdm.compare.Weighing;
import fr.unefois.mdm.decide.Certified;
import fr.unefois.mdm.standardise.Columns;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Where certified sources contradict each other over two records, by position. */
final class Contradicted {
    /** They nowhere do. */
    static final int NOWHERE = -1;

    private final Certified certified;
    private final Weighing weighing;
    private final List<String> comparisons;

    Contradicted(Certified certified, Weighing weighing) {
        this.certified = certified;
        this.weighing = weighing;
        this.comparisons = weighing.model().comparisons();
    }

    /** The first comparison that two sources with proof contradict each other in, or {@link #NOWHERE}. */
    int field(int left, int right) {
        for (int field = 0; field < comparisons.size(); field++) {
            if (proven(field, left)
                    && proven(field, right)
                    && weighing.contradict(field, weighing.compare(field, left, right))) {
                return field;
            }
        }
        return NOWHERE;
    }

    private boolean proven(int field, int record) {
        Columns columns = weighing.columns();
        return certified.of(columns.key(record), comparisons.get(field));
    }

    /** Whether any two records of the clusters are. */
    boolean between(int[] a, int[] b) {
        if (certified.isEmpty()) {
            return false;
        }
        int[] left = proven(a);
        int[] right = proven(b);
        return Arrays.stream(left).anyMatch(i -> Arrays.stream(right).anyMatch(j -> field(i, j) != NOWHERE));
    }

    private int[] proven(int[] records) {
        return Arrays.stream(records)
                .filter(record -> IntStream.range(0, comparisons.size()).anyMatch(field -> proven(field, record)))
                .toArray();
    }
}
