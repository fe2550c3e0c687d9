package fr.unefois.mdm.estimate;

import fr.unefois.mdm.bulk.Blocks;
import fr.unefois.mdm.bulk.BulkWalk;
import fr.unefois.mdm.cluster.Clusterer;
import fr.unefois.mdm.cluster.Linkage;
import fr.unefois.mdm.cluster.Solution;
import fr.unefois.mdm.command.Cores;
import fr.unefois.mdm.command.Phase;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.OperatingPoint;
import fr.unefois.mdm.compare.Weighing;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.Columns;
import java.util.Arrays;
import java.util.List;

/** The pairs that a model brings together in clusters; of many records, those of a share of the components. */
final class ClusterPairs {
    /** Of so many records every component is looked at, of more as many as so many records have. */
    private static final int RECORDS = 100_000;
    /** Of a larger cluster so many records say enough. */
    private static final int LARGE = 60;

    private final Columns columns;
    private final Blocks blocks;
    private final Lots lots;
    private final Scope scope;
    private final Judgements judgements;

    ClusterPairs(Blocks blocks, Lots lots, Scope scope, Judgements judgements) {
        this.columns = blocks.columns();
        this.blocks = blocks;
        this.lots = lots;
        this.scope = scope;
        this.judgements = judgements;
    }

    /** Which share of all components the pairs are of. */
    double share() {
        return Math.min(1, (double) RECORDS / columns.size());
    }

    /** @param phase told of a stretch from {@code from}, of twice a step */
    PairList of(LinkageModel model, Phase phase, long from, long step) {
        LinkageModel at = model.at(OperatingPoint.BALANCED);
        Weighing weighing = at.over(columns);
        List<int[]> components = components(at, weighing, phase, from, from + step);
        Clusterer clusterer = new Clusterer(at, at.rules(), Linkage.LIKELIHOOD, scope);
        List<Solution> solutions;
        try (Phase clustering =
                Phase.begin(phase.stretch(from + step, from + 2L * step), "cluster", components.size())) {
            solutions = Cores.map(components, component -> {
                clustering.advance(1);
                return clusterer.solve(weighing, component, judgements.among(keys(component)));
            });
        }
        PairList pairs = new PairList();
        for (Solution solution : solutions) {
            for (int[] members : solution.clusters()) {
                for (int i = 0; i < Math.min(LARGE, members.length); i++) {
                    for (int j = i + 1; j < Math.min(LARGE, members.length); j++) {
                        pairs.add(members[i], members[j]);
                    }
                }
            }
        }
        return pairs;
    }

    private List<int[]> components(LinkageModel at, Weighing weighing, Phase phase, long from, long to) {
        if (share() == 1) {
            return new BulkWalk(at.rules(), at, scope)
                    .components(blocks, weighing, judgements, phase.stretch(from, to))
                    .components();
        }
        long least = (long) (Long.MAX_VALUE * share());
        return blocks.components(weighing, scope, record -> lots.of(record) >>> 1 <= least);
    }

    private List<SourceKey> keys(int[] component) {
        return judgements.all().isEmpty()
                ? List.of()
                : Arrays.stream(component).mapToObj(columns::key).toList();
    }
}
