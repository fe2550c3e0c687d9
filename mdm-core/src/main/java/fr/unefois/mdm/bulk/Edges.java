package fr.unefois.mdm.bulk;

import fr.unefois.mdm.arrive.FoundEdges;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/** Edges by left, then right position, in two arrays. */
public final class Edges extends AbstractList<BulkWalk.Edge> implements FoundEdges {
    private final long[] pairs;
    private final int[] weights;
    /** By left position, exclusive. */
    private final int[] ends;

    private Edges(long[] pairs, int[] weights, int[] ends) {
        this.pairs = pairs;
        this.weights = weights;
        this.ends = ends;
    }

    /**
     * Of all parts together.
     *
     * @param records how many there are
     */
    static Edges of(int records, List<Part> parts) {
        int[] starts = new int[records + 1];
        for (Part part : parts) {
            for (int i = 0; i < part.size; i++) {
                starts[(int) (part.pairs[i] >>> 32) + 1]++;
            }
        }
        for (int record = 0; record < records; record++) {
            starts[record + 1] += starts[record];
        }
        long[] pairs = new long[starts[records]];
        int[] weights = new int[starts[records]];
        for (Part part : parts) {
            for (int i = 0; i < part.size; i++) {
                insert(part.pairs[i], part.weights[i], starts[(int) (part.pairs[i] >>> 32)]++, pairs, weights);
            }
        }
        // Each beginning has moved on to its end.
        return new Edges(pairs, weights, starts);
    }

    /** Among those of its left position that are there, which are a handful. */
    private static void insert(long pair, int weight, int end, long[] pairs, int[] weights) {
        int at = end;
        while (at > 0 && pairs[at - 1] > pair) {
            pairs[at] = pairs[at - 1];
            weights[at] = weights[at - 1];
            at--;
        }
        pairs[at] = pair;
        weights[at] = weight;
    }

    /** These and those of the part, which are in order and none of these. */
    Edges with(Part more) {
        long[] both = new long[pairs.length + more.size];
        int[] weighed = new int[both.length];
        int ours = 0;
        int theirs = 0;
        for (int at = 0; at < both.length; at++) {
            if (theirs == more.size || (ours < pairs.length && pairs[ours] < more.pairs[theirs])) {
                weighed[at] = weights[ours];
                both[at] = pairs[ours++];
            } else {
                weighed[at] = more.weights[theirs];
                both[at] = more.pairs[theirs++];
            }
        }
        return new Edges(both, weighed, ends(ends.length, both));
    }

    private static int[] ends(int lefts, long[] pairs) {
        int[] ends = new int[lefts];
        for (long pair : pairs) {
            ends[(int) (pair >>> 32)]++;
        }
        Arrays.parallelPrefix(ends, Integer::sum);
        return ends;
    }

    @Override
    public BulkWalk.Edge get(int at) {
        return new BulkWalk.Edge(left(at), right(at), weights[at]);
    }

    int left(int at) {
        return (int) (pairs[at] >>> 32);
    }

    @Override
    public int from(int left) {
        return left == 0 ? 0 : ends[left - 1];
    }

    @Override
    public int to(int left) {
        return ends[left];
    }

    @Override
    public int right(int at) {
        return (int) pairs[at];
    }

    @Override
    public int weight(int at) {
        return weights[at];
    }

    @Override
    public int size() {
        return pairs.length;
    }

    /** Some of the edges, while they are found, in any order. */
    static final class Part {
        private long[] pairs = new long[256];
        private int[] weights = new int[256];
        private int size;

        void add(int left, int right, int weight) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * size);
                weights = Arrays.copyOf(weights, 2 * size);
            }
            pairs[size] = ((long) left << 32) | right;
            weights[size++] = weight;
        }
    }
}
