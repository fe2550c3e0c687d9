package fr.unefois.mdm.arrive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which records still hang together. What is resolved together may have come apart since, by a correction or a judgement;
 * each part is then solved by itself, as it would be had it never been anything else.
 */
final class Connected {
    private final int[] parents;
    private int parts;

    /** So many records, none of which hangs together with another yet. */
    Connected(int records) {
        parents = new int[records];
        Arrays.setAll(parents, i -> i);
        parts = records;
    }

    void join(int one, int other) {
        int left = root(one);
        int right = root(other);
        if (left != right) {
            parents[Math.max(left, right)] = Math.min(left, right);
            parts--;
        }
    }

    private int root(int record) {
        int at = record;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    /** The parts by their first records, each sorted. */
    List<int[]> parts() {
        int[] sizes = new int[parents.length];
        for (int record = 0; record < parents.length; record++) {
            sizes[root(record)]++;
        }
        List<int[]> all = new ArrayList<>(parts);
        int[][] byRoot = new int[parents.length][];
        for (int record = 0; record < parents.length; record++) {
            int root = root(record);
            if (root == record) {
                byRoot[root] = new int[sizes[root]];
                all.add(byRoot[root]);
            }
            byRoot[root][byRoot[root].length - sizes[root]--] = record;
        }
        return all;
    }
}
