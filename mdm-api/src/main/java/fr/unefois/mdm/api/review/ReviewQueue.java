package fr.unefois.mdm.api.review;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.arrive.Arrival;
import fr.unefois.mdm.arrive.Judged;
import fr.unefois.mdm.arrive.Judging;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.store.Reviews;
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
    private final Gate gate;
    private final Reviews reviews;
    private final Judging judging;
    private final Clock clock;

    ReviewQueue(Gate gate, Reviews reviews, Judging judging, Clock clock) {
        this.gate = gate;
        this.reviews = reviews;
        this.judging = judging;
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
        Map<UUID, Collection<Attribute>> shown = new HashMap<>();
        shown.put(review.task().left(), attributes);
        shown.put(review.task().right(), attributes); // the same citizen, where linked records are asked about
        gate.account(call, shown);
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
        Stewards.checkComment(comment);
        gate.beforeChange(call);
        Review review = version == null
                ? find(id)
                : reviews.find(uuid(id)).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        Judging.Word word = new Judging.Word(Stewards.of(call), clock.instant(), comment);
        Judged judged = judging.judge(review.task().id(), version == null ? review.version() : version, verdict, word);
        Arrival arrival = Stewards.kept(judged, call, gate);
        Map<UUID, Collection<Attribute>> changed = new HashMap<>();
        arrival.refs().forEach(ref -> changed.put(ref, Set.of()));
        gate.accountChange(call, changed);
        return arrival;
    }

    private Review find(String id) {
        return reviews.find(uuid(id)).filter(Review::open).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
    }
}
