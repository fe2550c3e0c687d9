package fr.unefois.mdm.bulk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Joins components whose records carried one reference before: only where all parts of a reference are seen at once can
 * it be said with which of them it stays.
 */
final class Together {
    private final IntFunction<@Nullable UUID> refs;

    /** @param refs by position the reference that the record carried; null where it carried none */
    Together(IntFunction<@Nullable UUID> refs) {
        this.refs = refs;
    }

    List<int[]> of(List<int[]> components) {
        int[] parent = new int[components.size()];
        Map<UUID, Integer> first = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            for (int position : components.get(i)) {
                UUID ref = refs.apply(position);
                Integer other = ref == null ? null : first.putIfAbsent(ref, i);
                if (other != null) {
                    union(parent, other, i);
                }
            }
        }
        int[][] joined = new int[parent.length][];
        for (int i = 0; i < parent.length; i++) {
            int root = root(parent, i);
            int[] more = components.get(i);
            joined[root] = root == i
                    ? more
                    : IntStream.concat(Arrays.stream(joined[root]), Arrays.stream(more))
                            .toArray();
        }
        return Arrays.stream(joined).filter(Objects::nonNull).toList();
    }

    /** The smallest is the root, so that a root comes before all that hang on it. */
    private static void union(int[] parent, int one, int other) {
        int a = root(parent, one);
        int b = root(parent, other);
        parent[Math.max(a, b)] = Math.min(a, b);
    }

    private static int root(int[] parent, int i) {
        int root = i;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }
}
