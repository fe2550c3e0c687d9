package fr.unefois.mdm.cluster;

import java.util.ArrayList;
import java.util.List;

/** Union-find over positions; a set is named by its smallest member. */
public final class DisjointSets {
    private final int[] parent;

    public DisjointSets(int size) {
        parent = new int[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
    }

    /** The smallest member of the set. */
    public int find(int member) {
        int root = member;
        while (parent[root] != root) {
            root = parent[root];
        }
        int at = member;
        while (parent[at] != root) {
            int next = parent[at];
            parent[at] = root;
            at = next;
        }
        return root;
    }

    public void join(int a, int b) {
        int left = find(a);
        int right = find(b);
        parent[Math.max(left, right)] = Math.min(left, right);
    }

    /** The members of every set, sorted; the sets by their smallest members. */
    public List<int[]> all() {
        int[] left = new int[parent.length];
        for (int member = 0; member < parent.length; member++) {
            left[find(member)]++;
        }
        int[][] members = new int[parent.length][];
        List<int[]> all = new ArrayList<>();
        for (int member = 0; member < parent.length; member++) {
            int name = find(member);
            if (name == member) {
                members[name] = new int[left[name]];
                all.add(members[name]);
            }
            members[name][members[name].length - left[name]--] = member;
        }
        return all;
    }
}
