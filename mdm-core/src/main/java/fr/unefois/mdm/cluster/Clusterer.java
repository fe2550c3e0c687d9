package fr.unefois.mdm.cluster;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.Weighing;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Partitions a component. A pure function of records, model and judgements: the order of the records does not matter. */
public final class Clusterer {
    /** Larger components are cut first, see {@link Cutting}. */
    static final int LARGE = 60;

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
        Columns columns = Columns.of(component);
        Weighing weighing = model.over(columns);
        return solve(weighing, columns.positions().toArray(), judgements).named(weighing);
    }

    /**
     * The same of records in columns.
     *
     * @param weighing this model over them
     * @param component their positions
     */
    public Solution solve(Weighing weighing, int[] component, Judgements judgements) {
        int[] records = byKey(weighing.columns(), component);
        Parts parts = new Parts();
        if (records.length <= LARGE) {
            solve(weighing, records, judgements, parts);
        } else {
            Copies copies = Copies.of(weighing.columns(), records, judgements.records());
            int[] originals = IntStream.range(0, records.length)
                    .filter(i -> !copies.isCopy(i))
                    .map(i -> records[i])
                    .toArray();
            solveLarge(weighing, originals, judgements, parts);
            if (copies.count() > 0) {
                List<int[]> clusters = new Copying(weighing, scope, records, copies).of(parts.clusters);
                parts.clusters.clear();
                parts.clusters.addAll(clusters);
            }
        }
        return new Solution(parts.clusters, parts.doubtful, parts.cut);
    }

    private static int[] byKey(Columns columns, int[] component) {
        if (component.length == 1) {
            return component;
        }
        // Keys are made when they are asked for: once each.
        record Keyed(SourceKey key, int record) {}
        Keyed[] keyed = new Keyed[component.length];
        Arrays.setAll(keyed, i -> new Keyed(columns.key(component[i]), component[i]));
        Arrays.sort(keyed, Comparator.comparing(Keyed::key));
        int[] sorted = new int[component.length];
        Arrays.setAll(sorted, i -> keyed[i].record);
        return sorted;
    }

    private void solveLarge(Weighing weighing, int[] records, Judgements judgements, Parts parts) {
        if (records.length <= LARGE) {
            solve(weighing, records, judgements, parts);
            return;
        }
        // In columns of their own: blocking hashes every value of its columns.
        Weighing own = model.over(Columns.of(weighing.columns().records(records)));
        Parts cut = new Parts();
        Cutting cutting = new Cutting(own, rules, judgements, scope);
        List<List<int[]>> pieces = new ArrayList<>();
        for (int[] part : cutting.parts()) {
            int before = cut.clusters.size();
            solve(own, part, judgements, cut);
            pieces.add(List.copyOf(cut.clusters.subList(before, cut.clusters.size())));
        }
        for (int[] whole : cutting.wholes()) {
            cut.clusters.add(whole);
            pieces.add(List.of(whole));
        }
        if (linkage == Linkage.LIKELIHOOD) {
            rejoin(own, cutting, pieces, judgements, cut);
        }
        cut.clusters.forEach(cluster -> parts.clusters.add(among(records, cluster)));
        cut.doubtful.forEach(pair -> parts.doubtful.add(among(records, pair)));
        parts.cut = new Partition.Cut(
                cutting.floor(), pieces.size(), cutting.wholes().size());
    }

    private void rejoin(Weighing own, Cutting cutting, List<List<int[]>> pieces, Judgements judgements, Parts parts) {
        Rejoining rejoining = new Rejoining(own, pieces, new Apart(scope, own.columns(), judgements), Growth.UNHEARD);
        rejoining.join(cutting.edges());
        parts.clusters.clear();
        parts.clusters.addAll(rejoining.clusters());
        parts.doubtful.addAll(rejoining.doubtful(judgements));
        onceForTwoClusters(own, rejoining, parts.doubtful);
    }

    /** Two clusters may have been doubted within a piece, by several of their parts, and again when pieces were joined. */
    private static void onceForTwoClusters(Weighing own, Rejoining rejoining, List<int[]> doubtful) {
        Comparator<int[]> strongestFirst = Comparator.comparingInt(pair -> -own.weight(pair[0], pair[1]));
        doubtful.sort(strongestFirst.thenComparing(Arrays::compare));
        Set<Long> asked = new HashSet<>();
        doubtful.removeIf(pair -> rejoining.areTogether(pair[0], pair[1]) || !asked.add(rejoining.between(pair)));
    }

    private static int[] among(int[] records, int[] places) {
        return Arrays.stream(places).map(place -> records[place]).toArray();
    }

    private void solve(Weighing weighing, int[] records, Judgements judgements, Parts parts) {
        if (records.length == 1) {
            parts.clusters.add(records);
            return;
        }
        EvidenceTable table = new EvidenceTable(weighing, records);
        Constraints constraints =
                new Constraints(records.length, place -> weighing.columns().key(records[place]), judgements, scope);
        Gain gain = linkage == Linkage.AVERAGE ? new AverageGain(table) : new Likelihood(table);
        Agglomeration agglomeration = new Agglomeration(records.length, gain, constraints);
        agglomeration.join(model.thresholds());
        int[][] clusters = agglomeration.clusters();
        for (int a = 0; a < clusters.length; a++) {
            parts.clusters.add(among(records, clusters[a]));
            for (int b = 0; b < a; b++) {
                if (agglomeration.gainOf(a, b) >= model.thresholds().review()) {
                    strongest(records, table, constraints, clusters[b], clusters[a], parts);
                }
            }
        }
    }

    /** The pair that shows best why two clusters may be one, left aside those already judged. */
    private static void strongest(
            int[] records, EvidenceTable table, Constraints constraints, int[] a, int[] b, Parts parts) {
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
            parts.doubtful.add(new int[] {records[left], records[right]});
        }
    }

    /** What has been found so far. */
    private static final class Parts {
        private final List<int[]> clusters = new ArrayList<>();
        private final List<int[]> doubtful = new ArrayList<>();
        private Partition.@Nullable Cut cut;
    }
}
