package fr.unefois.mdm.store;

import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.review.ReviewTask;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The stewards' queue. */
public final class Reviews {
    /**
     * A task as it was shown.
     *
     * @param version changes with anything that a steward sees of the task
     */
    public record Review(ReviewTask task, int version, boolean open, Instant openedAt) {}

    /** What became of a verdict. */
    public sealed interface Judged {
        /** Kept; its two records wait to be linked anew, and whoever gets this answer should do it at once. */
        record Kept(Judgement judgement) implements Judged {}

        /** The pair changed since it was shown, or is no longer asked: show it again. */
        record Changed() implements Judged {}

        /** There is no such task. */
        record Unknown() implements Judged {}
    }

    private final Sessions sessions;

    public Reviews(Sessions sessions) {
        this.sessions = sessions;
    }

    /** The open tasks, the strongest pair first. */
    public List<Review> open(int offset, int limit) {
        return sessions.read(session -> session
                .createSelectionQuery("from ReviewRow where state = OPEN order by weight desc, id", ReviewRow.class)
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

    /** @param version the version that the steward saw */
    public Judged judge(UUID id, int version, Verdict verdict, String steward, @Nullable String comment, Instant at) {
        try {
            return sessions.write(session -> {
                session.doWork(Gate::pass);
                ReviewRow row = session.find(ReviewRow.class, id);
                if (row == null) {
                    return new Judged.Unknown();
                }
                if (!row.isOpenAt(version)) {
                    return new Judged.Changed();
                }
                row.judged(at);
                SourceKey left = row.review().task().pair().left();
                SourceKey right = row.review().task().pair().right();
                Judgement judgement = new Judgement(left, right, verdict, steward, at, comment);
                keep(session, judgement);
                session.createNativeMutationQuery(
                                "insert into pending select id from source_record where id = any(:ids) on conflict do nothing")
                        .setParameter("ids", row.records())
                        .executeUpdate();
                return new Judged.Kept(judgement);
            });
        } catch (OptimisticLockException e) {
            return new Judged.Changed();
        }
    }

    private static void keep(Session session, Judgement judgement) {
        Optional<JudgementRow> known = session.createSelectionQuery(
                        "from JudgementRow where inForce and leftSource = :ls and leftId = :li"
                                + " and rightSource = :rs and rightId = :ri",
                        JudgementRow.class)
                .setParameter("ls", judgement.left().source())
                .setParameter("li", judgement.left().id())
                .setParameter("rs", judgement.right().source())
                .setParameter("ri", judgement.right().id())
                .uniqueResultOptional();
        boolean latest = known.isEmpty() || !known.get().at().isAfter(judgement.at());
        if (latest) {
            known.ifPresent(JudgementRow::outranked);
            session.flush();
        }
        session.persist(new JudgementRow(judgement, latest));
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
