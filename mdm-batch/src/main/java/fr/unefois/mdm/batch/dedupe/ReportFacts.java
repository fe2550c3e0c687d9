package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.bulk.BlockingProfile;
import fr.unefois.mdm.compare.Evidence;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.ScoredPair;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that the report shows of a run. It holds no citizen's value.
 *
 * @param clusterSizes how many clusters by their number of records
 * @param doubtful strongest first
 * @param against how many doubtful pairs by the comparison that speaks most against them
 */
record ReportFacts(
        int records,
        LinkageModel model,
        Linked linked,
        DataProfile profile,
        PairFacts pairs,
        BlockingProfile blocking,
        Map<Integer, Integer> clusterSizes,
        List<ScoredPair> doubtful,
        Map<String, Integer> against) {

    static ReportFacts of(People people, Linked linked, LinkageModel model, BlockingRules rules) {
        int[] sizes = new int[linked.clusters() + 1];
        for (int i = 0; i < people.size(); i++) {
            sizes[linked.clusterOf(i)]++;
        }
        Map<Integer, Integer> clusterSizes = new TreeMap<>();
        for (int cluster = 1; cluster < sizes.length; cluster++) {
            clusterSizes.merge(sizes[cluster], 1, Integer::sum);
        }
        Map<String, Integer> against = new TreeMap<>();
        for (ScoredPair pair : linked.doubtful()) {
            pair.evidence().stream()
                    .min(Comparator.comparingInt(Evidence::weight))
                    .filter(evidence -> evidence.weight() < 0)
                    .ifPresent(evidence -> against.merge(evidence.comparison(), 1, Integer::sum));
        }
        return new ReportFacts(
                people.size(),
                model,
                linked,
                DataProfile.of(people.records()),
                PairFacts.of(people, linked, model),
                BlockingProfile.of(rules, people.columns()),
                clusterSizes,
                linked.doubtful().stream()
                        .sorted(Comparator.comparingInt(ScoredPair::weight)
                                .reversed()
                                .thenComparing(ScoredPair::left)
                                .thenComparing(ScoredPair::right))
                        .toList(),
                against);
    }

    /** Pairs to review per 1,000 records. */
    double reviewsPer1000() {
        return 1000.0 * doubtful.size() / Math.max(1, records);
    }
}
