package fr.unefois.mdm.store;

import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.review.ReviewTask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The stewards' queue. */
public final class Reviews {
    /**
     * A task as it was shown.
     *
     * @param version changes with anything that a steward sees of the task
     */
    public record Review(ReviewTask task, int version, boolean open, Instant openedAt) {}

    private final Sessions sessions;

    public Reviews(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The open tasks: first those that may show somebody another's data, then the likeliest pair. */
    public List<Review> open(int offset, int limit) {
        return sessions.read(session -> session
                .createSelectionQuery(
                        "from ReviewRow where state = OPEN order by risk desc, weight desc, id", ReviewRow.class)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(ReviewRow::review)
                .toList());
    }

    public long openCount() {
        return sessions.read(
                session -> session.createSelectionQuery("select count(*) from ReviewRow where state = OPEN", Long.class)
                        .getSingleResult());
    }

    /** A task in any state. */
    public Optional<Review> find(UUID id) {
        return sessions.read(session ->
                Optional.ofNullable(session.find(ReviewRow.class, id)).map(ReviewRow::review));
    }

    /** Every judgement of a record, the latest first, those no longer in force as well. */
    public List<Judgement> judgements(SourceKey record) {
        return sessions.read(session -> session
                .createSelectionQuery(
                        "from JudgementRow where (leftSource = :source and leftId = :id)"
                                + " or (rightSource = :source and rightId = :id) order by at desc, id desc",
                        JudgementRow.class)
                .setParameter("source", record.source())
                .setParameter("id", record.id())
                .getResultList()
                .stream()
                .map(JudgementRow::judgement)
                .toList());
    }
}
