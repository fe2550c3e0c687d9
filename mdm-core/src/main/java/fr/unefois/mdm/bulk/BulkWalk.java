package fr.unefois.mdm.bulk;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.cluster.Copies;
import fr.unefois.mdm.cluster.DisjointSets;
import fr.unefois.mdm.command.Phase;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.Weighing;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Blocks, scores and connects many records at once, in memory, on all cores. */
public final class BulkWalk {
    private final BlockingRules rules;
    private final LinkageModel model;
    private final Scope scope;

    public BulkWalk(BlockingRules rules, LinkageModel model) {
        this(rules, model, Scope.LINK_AND_DEDUPE);
    }

    public BulkWalk(BlockingRules rules, LinkageModel model, Scope scope) {
        this.rules = rules;
        this.model = model;
        this.scope = scope;
    }

    /**
     * The connected components of the graph whose edges are the candidate pairs at or above the model's floor, and the
     * pairs judged SAME. Every record is in exactly one component.
     */
    public Components components(List<StandardRecord> records, Judgements judgements) {
        return components(Columns.of(records), judgements, new Progress.Silence());
    }

    /** The same of records in columns, telling how far it is. */
    public Components components(Columns columns, Judgements judgements, Progress progress) {
        Blocks blocks;
        try (Phase phase = Phase.begin(progress, "block", columns.size())) {
            blocks = Blocks.of(rules, columns);
            phase.at(columns.size());
        }
        return components(blocks, judgements, progress);
    }

    /** The same of records whose blocks are known: they do not depend on weights. */
    public Components components(Blocks blocks, Judgements judgements, Progress progress) {
        return components(blocks, model.over(blocks.columns()), judgements, progress);
    }

    /** The same with the model over the records of the blocks. */
    public Components components(Blocks blocks, Weighing weighing, Judgements judgements, Progress progress) {
        Columns columns = blocks.columns();
        Candidates candidates = blocks.candidates();
        Copies copies = blocks.copies();
        Scoring scoring = new Scoring(candidates, copies, weighing, scope);
        Edges edges = scoring.edges(progress);
        DisjointSets sets = new DisjointSets(columns.size());
        boolean[] connected = new boolean[copies.count() == 0 ? 0 : columns.size()];
        for (int edge = 0; edge < edges.size(); edge++) {
            sets.join(edges.left(edge), edges.right(edge));
            if (connected.length > 0 && copies.original(edges.left(edge)) != copies.original(edges.right(edge))) {
                connected[edges.left(edge)] = true;
                connected[edges.right(edge)] = true;
            }
        }
        // A copy is in its original's component where that has an edge to another record.
        for (int record = 0; record < connected.length; record++) {
            if (connected[copies.original(record)]) {
                sets.join(copies.original(record), record);
            }
        }
        joinJudged(columns, judgements, sets);
        int unkeyed = 0;
        for (int record = 0; record < columns.size(); record++) {
            unkeyed += candidates.hasKeys(copies.original(record)) ? 0 : 1;
        }
        return new Components(sets.all(), edges, scoring.pairs(), candidates.hotBlocks(), copies.count(), unkeyed);
    }

    private static void joinJudged(Columns columns, Judgements judgements, DisjointSets sets) {
        if (judgements.all().isEmpty()) {
            return;
        }
        Map<SourceKey, Integer> positions = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            positions.put(columns.key(i), i);
        }
        for (Judgement judgement : judgements.all()) {
            Integer left = positions.get(judgement.left());
            Integer right = positions.get(judgement.right());
            if (judgement.verdict() == Judgement.Verdict.SAME && left != null && right != null) {
                sets.join(left, right);
            }
        }
    }

    /** An edge between two positions in the list of records. */
    public record Edge(int left, int right, int weight) {}

    /**
     * @param components positions in the list of records, each sorted, by smallest position
     * @param edges candidate pairs at or above the floor, by left, then right position; a copy has the one to its original
     * @param candidatePairs how many pairs were scored
     * @param hotBlocks how many blocks were too large and were refined
     * @param copies how many records were not compared themselves, but by the original that says the same
     * @param unkeyed how many records say too little to be compared with any other
     */
    public record Components(
            List<int[]> components, Edges edges, long candidatePairs, int hotBlocks, int copies, int unkeyed) {}
}
