package fr.unefois.mdm.cluster;

import fr.unefois.mdm.compare.Weighing;
import fr.unefois.mdm.decide.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Clusters of originals with their copies. Copies go where their original is when two of them match by themselves;
 * otherwise they say too little, and each stays alone. Where a source holds each person once, the second copies go
 * together as their originals do, and the third.
 */
final class Copying {
    private final Weighing weighing;
    private final Scope scope;
    private final Map<Integer, List<Integer>> copiesOf = new HashMap<>();

    /**
     * @param records positions in the weighing's columns
     * @param copies among them
     */
    Copying(Weighing weighing, Scope scope, int[] records, Copies copies) {
        this.weighing = weighing;
        this.scope = scope;
        for (int i = 0; i < records.length; i++) {
            if (copies.isCopy(i)) {
                copiesOf.computeIfAbsent(records[copies.original(i)], absent -> new ArrayList<>())
                        .add(records[i]);
            }
        }
    }

    /** @param originals clusters of positions; likewise what is returned */
    List<int[]> of(List<int[]> originals) {
        List<int[]> all = new ArrayList<>();
        originals.forEach(cluster -> add(cluster, all));
        return all;
    }

    private void add(int[] cluster, List<int[]> all) {
        List<Integer> members = new ArrayList<>();
        List<List<Integer>> further = new ArrayList<>();
        for (int original : cluster) {
            members.add(original);
            List<Integer> copies = copiesOf.getOrDefault(original, List.of());
            boolean matching = !copies.isEmpty() && matching(copies.get(0));
            for (int n = 0; n < copies.size(); n++) {
                if (!matching) {
                    all.add(new int[] {copies.get(n)});
                } else if (scope != Scope.LINK_ONLY) {
                    members.add(copies.get(n));
                } else {
                    if (n == further.size()) {
                        further.add(new ArrayList<>());
                    }
                    further.get(n).add(copies.get(n));
                }
            }
        }
        all.add(members.stream().mapToInt(Integer::intValue).toArray());
        further.forEach(
                more -> all.add(more.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** Whether two of the copies match by themselves. */
    private boolean matching(int copy) {
        return weighing.weight(copy, copy) >= weighing.model().thresholds().match();
    }
}
