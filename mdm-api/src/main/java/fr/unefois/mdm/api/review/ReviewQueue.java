package fr.unefois.mdm.api.review;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.arrive.Arrival;
import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.store.Reviews;
import fr.unefois.mdm.store.Reviews.Judged;
import fr.unefois.mdm.store.Reviews.Review;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The queue as a steward works on it, whether by the API or in the console. */
@Component
public final class ReviewQueue {
    private static final int LONGEST = 1000;

    private final Gate gate;
    private final Reviews reviews;
    private final Arrivals arrivals;
    private final Clock clock;

    ReviewQueue(Gate gate, Reviews reviews, Arrivals arrivals, Clock clock) {
        this.gate = gate;
        this.reviews = reviews;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    public Call open(Caller caller) {
        return gate.open(caller, Operation.REVIEW);
    }

    public List<Review> tasks(Call call, int offset, int limit) {
        List<Review> tasks = reviews.open(offset, limit);
        Map<UUID, Collection<Attribute>> shown = new HashMap<>();
        for (Review review : tasks) {
            shown.put(review.task().left(), Set.of());
            shown.put(review.task().right(), Set.of());
        }
        gate.account(call, shown);
        return tasks;
    }

    public long count() {
        return reviews.openCount();
    }

    /**
     * One open task.
     *
     * @param attributes those whose values are shown beside it
     * @throws ProblemException 404 where there is none, or it was judged or settled meanwhile
     */
    public Review task(Call call, String id, Collection<Attribute> attributes) {
        Review review = find(id);
        gate.account(
                call, Map.of(review.task().left(), attributes, review.task().right(), attributes));
        return review;
    }

    /**
     * Keeps the verdict and links anew at once.
     *
     * @param version what the steward saw; null for the pair as it stands
     * @throws ProblemException 404 where there is no such task, 409 where the pair changed since it was shown
     */
    public Arrival judge(
            Call call, String id, @Nullable Integer version, Judgement.Verdict verdict, @Nullable String comment) {
        if (comment != null && comment.length() > LONGEST) {
            throw new ProblemException(Problem.MALFORMED, "A comment has " + LONGEST + " characters at most.");
        }
        UUID task = uuid(id);
        int seen = version == null ? find(id).version() : version;
        Judged judged = reviews.judge(task, seen, verdict, steward(call), comment, clock.instant());
        if (judged instanceof Judged.Unknown) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        if (!(judged instanceof Judged.Kept kept)) {
            throw new ProblemException(Problem.PAIR_CHANGED);
        }
        Arrival arrival = arrivals.judge(kept.judgement());
        Map<UUID, Collection<Attribute>> changed = new HashMap<>();
        arrival.refs().forEach(ref -> changed.put(ref, Set.of()));
        gate.account(call, changed);
        return arrival;
    }

    private Review find(String id) {
        return reviews.find(uuid(id)).filter(Review::open).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    private static String steward(Call call) {
        String agent = call.caller().agent();
        return agent == null ? call.caller().client() : agent;
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
    }
}
