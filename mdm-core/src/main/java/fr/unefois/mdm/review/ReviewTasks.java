package fr.unefois.mdm.review;

import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.record.SourceKey;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Lays the doubtful pairs of a component before a steward: one task for two clusters. */
public final class ReviewTasks {
    private ReviewTasks() {}

    /**
     * The tasks of a component, the most likely pair first.
     *
     * @param membership by record the reference of its cluster
     */
    public static List<ReviewTask> of(Collection<ScoredPair> doubtful, Map<SourceKey, UUID> membership) {
        return doubtful.stream()
                .map(pair -> new ReviewTask(
                        idOf(pair.left(), pair.right()),
                        Objects.requireNonNull(membership.get(pair.left())),
                        Objects.requireNonNull(membership.get(pair.right())),
                        pair))
                .sorted(Comparator.comparingInt(
                                (ReviewTask task) -> -task.pair().weight())
                        .thenComparing(task -> task.pair().left())
                        .thenComparing(task -> task.pair().right()))
                .toList();
    }

    /** The same pair of records is the same task, whenever and wherever it is found. */
    private static UUID idOf(SourceKey left, SourceKey right) {
        String name = left.source() + '\u0000' + left.id() + '\u0000' + right.source() + '\u0000' + right.id();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
