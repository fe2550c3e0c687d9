package fr.unefois.mdm.store;

import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code judgement}. */
@Entity(name = "JudgementRow")
@Table(name = "judgement")
class JudgementRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "left_source")
    private String leftSource;

    @Column(name = "left_id")
    private String leftId;

    @Column(name = "right_source")
    private String rightSource;

    @Column(name = "right_id")
    private String rightId;

    @Enumerated(EnumType.STRING)
    private Judgement.Verdict verdict;

    private String steward;
    private Instant at;
    private @Nullable String comment;

    @Column(name = "in_force")
    private boolean inForce;

    JudgementRow() {}

    Judgement judgement() {
        return new Judgement(
                new SourceKey(leftSource, leftId), new SourceKey(rightSource, rightId), verdict, steward, at, comment);
    }
}
