package fr.unefois.mdm.cluster;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Partitions a component. A pure function of records, model and judgements: the order of the records does not matter. */
public final class Clusterer {
    /** Larger components are cut first, see {@link Cutting}. */
    static final int LARGE = 60;

    private static final Comparator<ScoredPair> BY_KEYS =
            Comparator.comparing(ScoredPair::left).thenComparing(ScoredPair::right);

    private final LinkageModel model;
    private final BlockingRules rules;
    private final Linkage linkage;
    private final Scope scope;

    public Clusterer(LinkageModel model) {
        this(model, BlockingRules.french(), Linkage.LIKELIHOOD, Scope.LINK_AND_DEDUPE);
    }

    /** @param rules under which the records of a large component are still compared */
    public Clusterer(LinkageModel model, BlockingRules rules, Linkage linkage, Scope scope) {
        this.scope = scope;
        this.model = model;
        this.rules = rules;
        this.linkage = linkage;
    }

    public Partition partition(Collection<StandardRecord> component, Judgements judgements) {
        List<StandardRecord> records = new ArrayList<>(component);
        records.sort(Comparator.comparing(StandardRecord::key));
        Parts parts = new Parts();
        if (records.size() <= LARGE) {
            solve(records, judgements, parts);
        } else {
            Copies copies = Copies.of(records, judgements.records());
            solveLarge(copies.originals(records), judgements, parts);
            if (copies.count() > 0) {
                List<Cluster> clusters = new Copying(model, scope, records, copies).of(parts.clusters);
                parts.clusters.clear();
                parts.clusters.addAll(clusters);
            }
        }
        parts.clusters.sort(Comparator.comparing(cluster -> cluster.members().get(0)));
        parts.doubtful.sort(BY_KEYS);
        return new Partition(parts.clusters, parts.doubtful, parts.cut);
    }

    private void solveLarge(List<StandardRecord> records, Judgements judgements, Parts parts) {
        if (records.size() <= LARGE) {
            solve(records, judgements, parts);
            return;
        }
        Cutting cutting = new Cutting(model, rules, records, judgements, scope);
        for (List<StandardRecord> part : cutting.parts()) {
            solve(part, judgements, parts);
        }
        int pieces = cutting.parts().size() + cutting.wholes().size();
        parts.cut = new Partition.Cut(cutting.floor(), pieces, cutting.wholes().size());
        for (List<SourceKey> whole : cutting.wholes()) {
            parts.clusters.add(new Cluster(whole));
        }
    }

    private void solve(List<StandardRecord> records, Judgements judgements, Parts parts) {
        if (records.size() == 1) {
            parts.clusters.add(new Cluster(List.of(records.get(0).key())));
            return;
        }
        List<SourceKey> keys = records.stream().map(StandardRecord::key).toList();
        EvidenceTable table = new EvidenceTable(model, records);
        Constraints constraints = new Constraints(keys, judgements, scope);
        Gain gain = linkage == Linkage.AVERAGE ? new AverageGain(table) : new Likelihood(table);
        Agglomeration agglomeration = new Agglomeration(records.size(), gain, constraints);
        agglomeration.join(model.thresholds().match());
        List<int[]> clusters = agglomeration.clusters();
        for (int a = 0; a < clusters.size(); a++) {
            List<SourceKey> members = new ArrayList<>();
            for (int member : clusters.get(a)) {
                members.add(keys.get(member));
            }
            parts.clusters.add(new Cluster(members));
            for (int b = 0; b < a; b++) {
                if (agglomeration.gainOf(a, b) >= model.thresholds().review()) {
                    strongest(records, table, constraints, clusters.get(b), clusters.get(a), parts);
                }
            }
        }
    }

    /** The pair that shows best why two clusters may be one, left aside those already judged. */
    private void strongest(
            List<StandardRecord> records, EvidenceTable table, Constraints constraints, int[] a, int[] b, Parts parts) {
        int best = Integer.MIN_VALUE;
        int left = -1;
        int right = -1;
        for (int i : a) {
            for (int j : b) {
                int weight = table.weight(i, j);
                if (!constraints.judged(i, j) && weight > best) {
                    best = weight;
                    left = i;
                    right = j;
                }
            }
        }
        if (left >= 0) {
            parts.doubtful.add(model.score(records.get(left), records.get(right)));
        }
    }

    /** What has been found so far. */
    private static final class Parts {
        private final List<Cluster> clusters = new ArrayList<>();
        private final List<ScoredPair> doubtful = new ArrayList<>();
        private Partition.@Nullable Cut cut;
    }
}
