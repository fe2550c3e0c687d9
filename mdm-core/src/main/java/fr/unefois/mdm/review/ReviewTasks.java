package fr.unefois.mdm.review;

import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.golden.GoldenRecord;
import fr.unefois.mdm.record.SourceKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The questions about one component, a steward's time in mind: a cluster is asked about once, its gravest question first.
 * What else there is to ask waits: the answer may settle it, and shows more to decide it by.
 */
public final class ReviewTasks {
    private static final Comparator<ReviewTask> GRAVEST_FIRST = Comparator.comparingInt(ReviewTask::risk)
            .thenComparingInt(task -> task.pair().weight())
            .reversed()
            .thenComparing(task -> task.pair().left())
            .thenComparing(task -> task.pair().right());

    private final Function<SourceKey, @Nullable UUID> membership;
    private final List<ReviewTask> questions = new ArrayList<>();

    /** @param membership of a record the reference of its cluster */
    public ReviewTasks(Function<SourceKey, @Nullable UUID> membership) {
        this.membership = membership;
    }

    /** Something speaks against one cluster's being one person. */
    public void suspicion(Suspicion suspicion, GoldenRecord golden) {
        add(suspicion.pair(), suspicion.reason(), suspicion.risk(golden));
    }

    /**
     * Some clusters may be one person.
     *
     * @param certified whether sources with proof contradict each other over the pair's clusters
     */
    public void doubts(Collection<ScoredPair> doubtful, Predicate<ScoredPair> certified) {
        doubtful.forEach(pair -> add(pair, certified.test(pair) ? Reason.CERTIFIED : Reason.DOUBT, 0));
    }

    private void add(ScoredPair pair, Reason reason, int risk) {
        questions.add(new ReviewTask(
                idOf(pair.left(), pair.right()), refOf(pair.left()), refOf(pair.right()), pair, reason, risk, 0));
    }

    private UUID refOf(SourceKey record) {
        return Objects.requireNonNull(membership.apply(record));
    }

    /** The tasks to open: no cluster is in two of them. */
    public List<ReviewTask> open() {
        questions.sort(GRAVEST_FIRST);
        Set<UUID> asked = new HashSet<>();
        List<ReviewTask> open = new ArrayList<>();
        for (ReviewTask question : questions) {
            if (!asked.contains(question.left()) && !asked.contains(question.right())) {
                asked.add(question.left());
                asked.add(question.right());
                open.add(question);
            }
        }
        Map<Set<UUID>, Integer> touching = touching();
        return open.stream().map(task -> task.waiting(others(task, touching))).toList();
    }

    /** How many questions touch a citizen, or two. */
    private Map<Set<UUID>, Integer> touching() {
        Map<Set<UUID>, Integer> touching = new HashMap<>();
        for (ReviewTask question : questions) {
            sides(question).forEach(side -> touching.merge(Set.of(side), 1, Integer::sum));
            if (sides(question).size() > 1) {
                touching.merge(sides(question), 1, Integer::sum);
            }
        }
        return touching;
    }

    /** How many other questions touch one of the task's citizens. */
    private static int others(ReviewTask task, Map<Set<UUID>, Integer> touching) {
        int either = sides(task).stream()
                .mapToInt(side -> touching.getOrDefault(Set.of(side), 0))
                .sum();
        int both = sides(task).size() > 1 ? touching.getOrDefault(sides(task), 0) : 0;
        return either - both - 1;
    }

    private static Set<UUID> sides(ReviewTask task) {
        return task.left().equals(task.right()) ? Set.of(task.left()) : Set.of(task.left(), task.right());
    }

    /** The same pair of records is the same task, whenever and wherever it is found. */
    private static UUID idOf(SourceKey left, SourceKey right) {
        String name = left.source() + '\u0000' + left.id() + '\u0000' + right.source() + '\u0000' + right.id();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
