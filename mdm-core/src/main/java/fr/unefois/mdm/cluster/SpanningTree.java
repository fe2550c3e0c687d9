package fr.unefois.mdm.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import java.util.function.IntPredicate;

/** The strongest tree that spans a cluster: what would have to be wrong for it to fall apart. */
public record SpanningTree(List<Edge> edges) {
    /** Two records by position, and the match weight between them in thousandths of a bit. */
    public record Edge(int left, int right, int weight) {}

    /**
     * @param members positions; of equal edges the tree takes those that come first
     * @param weight of two positions
     */
    public static SpanningTree of(int[] members, IntBinaryOperator weight) {
        int outside = members.length - 1;
        int[] left = Arrays.copyOfRange(members, 1, members.length);
        int[] nearest = new int[outside];
        int[] strongest = new int[outside];
        Arrays.fill(strongest, Integer.MIN_VALUE);
        List<Edge> edges = new ArrayList<>(outside);
        int last = members[0];
        for (; outside > 0; outside--) {
            int next = 0;
            for (int i = 0; i < outside; i++) {
                int found = weight.applyAsInt(last, left[i]);
                if (found > strongest[i]) {
                    strongest[i] = found;
                    nearest[i] = last;
                }
                if (strongest[i] > strongest[next]) {
                    next = i;
                }
            }
            last = left[next];
            edges.add(new Edge(nearest[next], last, strongest[next]));
            left[next] = left[outside - 1];
            nearest[next] = nearest[outside - 1];
            strongest[next] = strongest[outside - 1];
        }
        return new SpanningTree(List.copyOf(edges));
    }

    /** Empty for a single record. */
    public Optional<Edge> weakest() {
        return edges.stream().min(Comparator.comparingInt(Edge::weight));
    }

    /** The records that stay with one end of an edge when it is cut. */
    public IntPredicate side(Edge cut, int end) {
        Set<Integer> reached = new HashSet<>(Set.of(end));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Edge edge : edges) {
                if (!edge.equals(cut) && reached.contains(edge.left()) != reached.contains(edge.right())) {
                    reached.add(edge.left());
                    reached.add(edge.right());
                    grown = true;
                }
            }
        }
        return reached::contains;
    }
}
