package fr.unefois.mdm.bulk;

import fr.unefois.mdm.arrive.StoredRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Joins components whose records carried one reference before: only where all parts of a reference are seen at once can
 * it be said with which of them it stays.
 */
final class Together {
    private final List<StoredRecord> records;

    Together(List<StoredRecord> records) {
        this.records = records;
    }

    List<List<StoredRecord>> of(List<int[]> components) {
        int[] parent = new int[components.size()];
        Map<UUID, Integer> first = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
            for (int position : components.get(i)) {
                UUID ref = records.get(position).ref();
                Integer other = ref == null ? null : first.putIfAbsent(ref, i);
                if (other != null) {
                    union(parent, other, i);
                }
            }
        }
        List<List<StoredRecord>> joined = new ArrayList<>();
        int[] place = new int[parent.length];
        for (int i = 0; i < parent.length; i++) {
            int root = root(parent, i);
            if (root == i) {
                place[i] = joined.size();
                joined.add(new ArrayList<>());
            }
            List<StoredRecord> component = joined.get(place[root]);
            for (int position : components.get(i)) {
                component.add(records.get(position));
            }
        }
        return joined;
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
