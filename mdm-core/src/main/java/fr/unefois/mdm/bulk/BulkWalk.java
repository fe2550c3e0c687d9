package fr.unefois.mdm.bulk;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.List;

/** Blocks, scores and connects many records at once, in memory, on all cores. */
public final class BulkWalk {
    public BulkWalk(BlockingRules rules, LinkageModel model) {
        throw new UnsupportedOperationException();
    }

    /**
     * The connected components of the graph whose edges are the candidate pairs at or above the model's floor, and the
     * pairs judged SAME. Every record is in exactly one component.
     */
    public Components components(List<StandardRecord> records, Judgements judgements) {
        throw new UnsupportedOperationException();
    }

    /** An edge between two positions in the list of records. */
    public record Edge(int left, int right, int weight) {}

    /**
     * @param components positions in the list of records, each sorted, by smallest position
     * @param edges candidate pairs at or above the floor
     * @param candidatePairs how many pairs were scored
     */
    public record Components(List<int[]> components, List<Edge> edges, long candidatePairs) {}
}
