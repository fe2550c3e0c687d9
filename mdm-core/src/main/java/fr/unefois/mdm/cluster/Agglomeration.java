package fr.unefois.mdm.cluster;

import fr.unefois.mdm.compare.Thresholds;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Clusters grow greedily, best gain first, while the gain reaches the threshold and no rival comes near; then those that
 * hold records judged the same become one, as whole as they are, and growth goes on. Clusters with records judged
 * different never join. Ties go to the smallest positions.
 */
final class Agglomeration {
    private static final int VETO = Integer.MIN_VALUE;
    private final Gain gain;
    private final Constraints constraints;
    private final Growth growth;
    private int[][] clusters;
    /** By the larger place, then the smaller. */
    private final int[][] gains;

    private int size;

    Agglomeration(int size, Gain gain, Constraints constraints) {
        this(size, gain, constraints, Growth.UNHEARD);
    }

    Agglomeration(int size, Gain gain, Constraints constraints, Growth growth) {
        this.gain = gain;
        this.constraints = constraints;
        this.growth = growth;
        this.size = size;
        this.clusters = new int[size][];
        this.gains = new int[size][];
        for (int i = 0; i < size; i++) {
            clusters[i] = new int[] {i};
            gains[i] = new int[i];
        }
        weighAll();
    }

    private void weighAll() {
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < a; b++) {
                gains[a][b] = gain(a, b);
            }
        }
    }

    private void joinJudged() {
        int records = Arrays.stream(clusters, 0, size)
                .mapToInt(cluster -> cluster.length)
                .sum();
        for (int i = 0; i < records; i++) {
            for (int j = i + 1; j < records; j++) {
                if (constraints.same(i, j)) {
                    int a = clusterOf(i);
                    int b = clusterOf(j);
                    if (a != b && !constraints.different(clusters[a], clusters[b])) {
                        growth.joined(clusters[a], clusters[b], Growth.JUDGED);
                        merge(Math.min(a, b), Math.max(a, b));
                    }
                }
            }
        }
    }

    private int clusterOf(int position) {
        for (int a = 0; a < size; a++) {
            if (Arrays.binarySearch(clusters[a], position) >= 0) {
                return a;
            }
        }
        throw new IllegalStateException("every record is in a cluster");
    }

    /** The left cluster takes the right one's records; those after the right one move up. */
    private void merge(int left, int right) {
        clusters[left] = Likelihood.merged(clusters[left], clusters[right]);
        size--;
        System.arraycopy(clusters, right + 1, clusters, right, size - right);
        for (int a = right; a < size; a++) {
            int[] row = gains[a + 1];
            System.arraycopy(row, right + 1, row, right, a - right);
            gains[a] = row;
        }
    }

    private int gain(int a, int b) {
        return constraints.apart(clusters[a], clusters[b]) ? VETO : gain.gain(clusters[a], clusters[b]);
    }

    /** Joins clusters as long as a gain is at least the threshold for a match, and as judgements ask. */
    void join(Thresholds thresholds) {
        grow(thresholds);
        if (!constraints.nothingJudged()) {
            joinJudged();
            weighAll();
            grow(thresholds);
        }
    }

    private void grow(Thresholds thresholds) {
        BitSet rivalled = new BitSet();
        while (true) {
            int best = VETO;
            int left = -1;
            int right = -1;
            for (int a = 1; a < size; a++) {
                for (int b = 0; b < a; b++) {
                    int value = gains[a][b];
                    if (value != VETO
                            && value >= thresholds.match()
                            && isBetter(value, b, a, best, left, right)
                            && !rivalled.get(pair(b, a))) {
                        best = value;
                        left = b;
                        right = a;
                    }
                }
            }
            if (left < 0) {
                return;
            }
            if (thresholds.rival() > 0 && hasRival(left, right, best - thresholds.rival())) {
                rivalled.set(pair(left, right));
            } else {
                join(left, right);
                rivalled.clear();
            }
        }
    }

    private static int pair(int left, int right) {
        return right * (right - 1) / 2 + left;
    }

    /** Whether a third cluster gains so much with one of the two, and is another person than the other. */
    private boolean hasRival(int left, int right, int least) {
        for (int third = 0; third < size; third++) {
            if (third != left && third != right) {
                boolean rivalsLeft = gainOf(third, right) >= least && areTwo(third, left);
                boolean rivalsRight = gainOf(third, left) >= least && areTwo(third, right);
                if (rivalsLeft || rivalsRight) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean areTwo(int third, int other) {
        int value = gainOf(third, other);
        return value == VETO || (value < Gain.TWO_PEOPLE && gain.objects(clusters[third], clusters[other]));
    }

    /** Clusters stay sorted by smallest member, so the first position is the smallest key. */
    private static boolean isBetter(int value, int b, int a, int best, int left, int right) {
        return left < 0 || value > best || (value == best && (b < left || (b == left && a < right)));
    }

    private void join(int left, int right) {
        growth.joined(clusters[left], clusters[right], gainOf(left, right));
        merge(left, right);
        for (int b = 0; b < left; b++) {
            gains[left][b] = gain(left, b);
        }
        for (int a = left + 1; a < size; a++) {
            gains[a][left] = gain(a, left);
        }
    }

    /** The clusters by smallest position, each sorted. */
    int[][] clusters() {
        if (clusters.length > size) {
            clusters = Arrays.copyOf(clusters, size);
        }
        return clusters;
    }

    /** The gain of joining two of the clusters; {@code Integer.MIN_VALUE} where a judgement forbids it. */
    int gainOf(int a, int b) {
        return gains[Math.max(a, b)][Math.min(a, b)];
    }
}
