package fr.unefois.mdm.cluster;

import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
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
    private final LinkageModel model;
    private final Scope scope;
    private final List<StandardRecord> records;
    private final Map<SourceKey, List<Integer>> copiesOf = new HashMap<>();

    Copying(LinkageModel model, Scope scope, List<StandardRecord> records, Copies copies) {
        this.model = model;
        this.scope = scope;
        this.records = records;
        for (int i = 0; i < records.size(); i++) {
            if (copies.isCopy(i)) {
                copiesOf.computeIfAbsent(records.get(copies.original(i)).key(), absent -> new ArrayList<>())
                        .add(i);
            }
        }
    }

    List<Cluster> of(List<Cluster> originals) {
        List<Cluster> all = new ArrayList<>();
        originals.forEach(cluster -> add(cluster, all));
        return all;
    }

    private void add(Cluster cluster, List<Cluster> all) {
        List<SourceKey> members = new ArrayList<>(cluster.members());
        List<List<SourceKey>> further = new ArrayList<>();
        for (SourceKey original : cluster.members()) {
            List<Integer> copies = copiesOf.getOrDefault(original, List.of());
            if (copies.isEmpty()) {
                continue;
            }
            boolean matching = matching(copies);
            for (int n = 0; n < copies.size(); n++) {
                SourceKey copy = records.get(copies.get(n)).key();
                if (!matching) {
                    all.add(new Cluster(List.of(copy)));
                } else if (scope != Scope.LINK_ONLY) {
                    members.add(copy);
                } else {
                    if (n == further.size()) {
                        further.add(new ArrayList<>());
                    }
                    further.get(n).add(copy);
                }
            }
        }
        all.add(new Cluster(members));
        further.forEach(more -> all.add(new Cluster(more)));
    }

    /** Whether two of the copies match by themselves. */
    private boolean matching(List<Integer> copies) {
        StandardRecord copy = records.get(copies.get(0));
        return model.weight(copy, copy) >= model.thresholds().match();
    }
}
