package fr.unefois.mdm.bulk;

import fr.unefois.mdm.cluster.Copies;
import fr.unefois.mdm.cluster.DisjointSets;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The edges of all records from those between the originals. A copy weighs against its original what any two of the
 * copies weigh, and against others what its original does: it is in its original's component where either is an edge.
 */
final class CopiedEdges {
    private final Copies copies;
    private final List<StandardRecord> records;
    private final LinkageModel model;
    private final Scope scope;

    CopiedEdges(Copies copies, List<StandardRecord> records, LinkageModel model, Scope scope) {
        this.copies = copies;
        this.records = records;
        this.model = model;
        this.scope = scope;
    }

    /**
     * @param found edges between places among the originals
     * @param sets over all records; copies are joined to the originals that have an edge to another record
     */
    List<BulkWalk.Edge> of(List<BulkWalk.Edge> found, Candidates candidates, DisjointSets sets) {
        int[] positions = copies.originals();
        boolean[] connected = new boolean[positions.length];
        List<BulkWalk.Edge> edges = new ArrayList<>();
        for (BulkWalk.Edge edge : found) {
            connected[edge.left()] = true;
            connected[edge.right()] = true;
            edges.add(new BulkWalk.Edge(positions[edge.left()], positions[edge.right()], edge.weight()));
        }
        for (int i = 0; i < records.size(); i++) {
            if (copies.isCopy(i)) {
                int original = copies.original(i);
                int place = copies.place(i);
                int weight = model.weight(records.get(original), records.get(i));
                boolean meets = candidates.hasKeys(place)
                        && scope.allows(
                                records.get(original).key(), records.get(i).key());
                if (meets && weight >= model.thresholds().floor()) {
                    edges.add(new BulkWalk.Edge(Math.min(original, i), Math.max(original, i), weight));
                } else if (connected[place]) {
                    sets.join(original, i);
                }
            }
        }
        edges.sort(Comparator.comparingInt(BulkWalk.Edge::left).thenComparingInt(BulkWalk.Edge::right));
        return edges;
    }
}
