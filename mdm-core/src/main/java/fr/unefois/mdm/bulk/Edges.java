package fr.unefois.mdm.bulk;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/** Edges by left, then right position, in two arrays. */
final class Edges extends AbstractList<BulkWalk.Edge> {
    private final long[] pairs;
    private final int[] weights;

    private Edges(long[] pairs, int[] weights) {
        this.pairs = pairs;
        this.weights = weights;
    }

    /** The parts one after the other: they are in order already. */
    static Edges of(List<Part> parts) {
        int size = parts.stream().mapToInt(part -> part.size).sum();
        long[] pairs = new long[size];
        int[] weights = new int[size];
        int at = 0;
        for (Part part : parts) {
            System.arraycopy(part.pairs, 0, pairs, at, part.size);
            System.arraycopy(part.weights, 0, weights, at, part.size);
            at += part.size;
        }
        return new Edges(pairs, weights);
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
        return new Edges(both, weighed);
    }

    @Override
    public BulkWalk.Edge get(int at) {
        return new BulkWalk.Edge(left(at), right(at), weights[at]);
    }

    int left(int at) {
        return (int) (pairs[at] >>> 32);
    }

    int right(int at) {
        return (int) pairs[at];
    }

    @Override
    public int size() {
        return pairs.length;
    }

    /** Some of the edges, while they are found: those of one left position at a time, in any order. */
    static final class Part {
        private long[] pairs = new long[256];
        private int[] weights = new int[256];
        private int size;
        private int ordered;

        void add(int left, int right, int weight) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * size);
                weights = Arrays.copyOf(weights, 2 * size);
            }
            pairs[size] = ((long) left << 32) | right;
            weights[size++] = weight;
        }

        /** Puts those in order that were added since the last time: a handful. */
        void order() {
            for (int i = ordered + 1; i < size; i++) {
                long pair = pairs[i];
                int weight = weights[i];
                int at = i;
                while (at > ordered && pairs[at - 1] > pair) {
                    pairs[at] = pairs[at - 1];
                    weights[at] = weights[at - 1];
                    at--;
                }
                pairs[at] = pair;
                weights[at] = weight;
            }
            ordered = size;
        }
    }
}
