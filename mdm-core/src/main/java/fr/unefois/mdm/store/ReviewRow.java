package fr.unefois.mdm.store;

import fr.unefois.mdm.compare.Evidence;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.review.Reason;
import fr.unefois.mdm.review.ReviewTask;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code review_task}. The walk writes it; here it is read and judged. */
@Entity(name = "ReviewRow")
@Table(name = "review_task")
class ReviewRow {
    enum State {
        OPEN,
        JUDGED,
        CLOSED
    }

    @Id
    private UUID id;

    @Version
    private int version;

    @Column(name = "left_ref")
    private UUID leftRef;

    @Column(name = "right_ref")
    private UUID rightRef;

    @Column(name = "left_record")
    private long leftRecord;

    @Column(name = "right_record")
    private long rightRecord;

    @Column(name = "left_source")
    private String leftSource;

    @Column(name = "left_id")
    private String leftId;

    @Column(name = "right_source")
    private String rightSource;

    @Column(name = "right_id")
    private String rightId;

    private int weight;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Evidence> evidence;

    @Enumerated(EnumType.STRING)
    private Reason reason;

    private int risk;

    private int waiting;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    ReviewRow() {}

    Reviews.Review review() {
        ScoredPair pair = new ScoredPair(
                new SourceKey(leftSource, leftId), new SourceKey(rightSource, rightId), weight, evidence);
        ReviewTask task = new ReviewTask(id, leftRef, rightRef, pair, reason, risk, waiting);
        return new Reviews.Review(task, version, state == State.OPEN, openedAt);
    }
}
