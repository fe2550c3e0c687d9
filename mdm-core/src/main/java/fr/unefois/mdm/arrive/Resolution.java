package fr.unefois.mdm.arrive;

import fr.unefois.mdm.change.ChangeEvent;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.review.ReviewTask;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What becomes of one component: everything to write, and nothing that is not to be written.
 *
 * @param records every record of the component
 * @param citizens the citizens that are new or whose golden record changed, with their new version
 * @param membership by record its citizen, for every record of the component
 * @param retired references that answer no more by themselves, with the references that answer for them: one when
 *     merged, none when their last record is gone
 * @param edges the pairs at or above the floor, which hold the component together
 * @param tasks every open task of the component; those of its records not named here close
 * @param changes in the order of the citizens
 * @param had by record the citizen that it had before, for every record that had one
 */
public record Resolution(
        List<SourceKey> records,
        List<Citizen> citizens,
        Map<SourceKey, UUID> membership,
        Map<UUID, List<UUID>> retired,
        List<Edge> edges,
        List<ReviewTask> tasks,
        List<ChangeEvent> changes,
        Map<SourceKey, UUID> had) {
    /** Of records that had no citizen before. */
    public Resolution(
            List<SourceKey> records,
            List<Citizen> citizens,
            Map<SourceKey, UUID> membership,
            Map<UUID, List<UUID>> retired,
            List<Edge> edges,
            List<ReviewTask> tasks,
            List<ChangeEvent> changes) {
        this(records, citizens, membership, retired, edges, tasks, changes, Map.of());
    }

    /** A pair at or above the floor, left before right, with its weight in thousandths of a bit. */
    public record Edge(SourceKey left, SourceKey right, int weight) {}
}
