package fr.unefois.mdm.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * Clusters grow greedily, best gain first, while the gain reaches the threshold; then those that hold records judged the
 * same become one, as whole as they are, and growth goes on. Clusters with records judged different never join. Ties go
 * to the smallest positions.
 */
final class Agglomeration {
    private static final int VETO = Integer.MIN_VALUE;

    private final Gain gain;
    private final Constraints constraints;
    private final Growth growth;
    private final List<int[]> clusters = new ArrayList<>();
    private final List<List<Integer>> gains = new ArrayList<>();

    Agglomeration(int size, Gain gain, Constraints constraints) {
        this(size, gain, constraints, Growth.UNHEARD);
    }

    Agglomeration(int size, Gain gain, Constraints constraints, Growth growth) {
        this.gain = gain;
        this.constraints = constraints;
        this.growth = growth;
        for (int i = 0; i < size; i++) {
            clusters.add(new int[] {i});
        }
        weighAll();
    }

    private void weighAll() {
        gains.clear();
        for (int a = 0; a < clusters.size(); a++) {
            List<Integer> row = new ArrayList<>();
            for (int b = 0; b < a; b++) {
                row.add(gain(a, b));
            }
            gains.add(row);
        }
    }

    private void joinJudged() {
        int size = clusters.stream().mapToInt(cluster -> cluster.length).sum();
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                if (constraints.same(i, j)) {
                    int a = clusterOf(i);
                    int b = clusterOf(j);
                    if (a != b && !constraints.different(clusters.get(a), clusters.get(b))) {
                        growth.joined(clusters.get(a), clusters.get(b), Growth.JUDGED);
                        clusters.set(Math.min(a, b), Likelihood.merged(clusters.get(a), clusters.get(b)));
                        clusters.remove(Math.max(a, b));
                    }
                }
            }
        }
    }

    private int clusterOf(int position) {
        for (int a = 0; a < clusters.size(); a++) {
            for (int member : clusters.get(a)) {
                if (member == position) {
                    return a;
                }
            }
        }
        throw new IllegalStateException("every record is in a cluster");
    }

    private int gain(int a, int b) {
        return constraints.apart(clusters.get(a), clusters.get(b)) ? VETO : gain.gain(clusters.get(a), clusters.get(b));
    }

    /** Joins clusters as long as a gain is at least the threshold, and as judgements ask. */
    void join(int threshold) {
        grow(threshold);
        if (!constraints.nothingJudged()) {
            joinJudged();
            weighAll();
            grow(threshold);
        }
    }

    private void grow(int threshold) {
        while (true) {
            int best = VETO;
            int left = -1;
            int right = -1;
            for (int a = 1; a < clusters.size(); a++) {
                for (int b = 0; b < a; b++) {
                    int value = gains.get(a).get(b);
                    if (value != VETO && value >= threshold && isBetter(value, b, a, best, left, right)) {
                        best = value;
                        left = b;
                        right = a;
                    }
                }
            }
            if (left < 0) {
                return;
            }
            join(left, right);
        }
    }

    /** Clusters stay sorted by smallest member, so the first position is the smallest key. */
    private static boolean isBetter(int value, int b, int a, int best, int left, int right) {
        return left < 0 || value > best || (value == best && (b < left || (b == left && a < right)));
    }

    private void join(int left, int right) {
        growth.joined(clusters.get(left), clusters.get(right), gainOf(left, right));
        clusters.set(left, Likelihood.merged(clusters.get(left), clusters.get(right)));
        clusters.remove(right);
        gains.remove(right);
        for (int a = right; a < gains.size(); a++) {
            gains.get(a).remove(right);
        }
        for (int b = 0; b < left; b++) {
            gains.get(left).set(b, gain(left, b));
        }
        for (int a = left + 1; a < gains.size(); a++) {
            gains.get(a).set(left, gain(a, left));
        }
    }

    /** The clusters by smallest position, each sorted. */
    List<int[]> clusters() {
        return clusters;
    }

    /** The gain of joining two of the clusters; {@code Integer.MIN_VALUE} where a judgement forbids it. */
    int gainOf(int a, int b) {
        return gains.get(Math.max(a, b)).get(Math.min(a, b));
    }
}
