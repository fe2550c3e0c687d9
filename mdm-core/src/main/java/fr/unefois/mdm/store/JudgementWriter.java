package fr.unefois.mdm.store;

import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Storable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Keeps judgements: all of them, the latest of a pair in force. The same judgement put twice is one. */
final class JudgementWriter {
    private static final String PAIR = "left_source = ? and left_id = ? and right_source = ? and right_id = ?";

    private static final String KNOWN =
            "select 1 from judgement where " + PAIR + " and at = ? and steward = ? and verdict = ?";

    private static final String RETIRE =
            "update judgement set in_force = false where " + PAIR + " and in_force and at <= ?";

    private static final String INSERT = """
            insert into judgement
                (left_source, left_id, right_source, right_id, verdict, steward, at, comment, in_force)
            values (?, ?, ?, ?, ?, ?, ?, ?, not exists (select from judgement where in_force and %s))
            """.formatted(PAIR);

    private JudgementWriter() {}

    static boolean put(Connection connection, Judgement judgement) throws SQLException {
        SourceKey left = judgement.left();
        SourceKey right = judgement.right();
        StorableRecord.checkKey(left);
        StorableRecord.checkKey(right);
        String verdict = judgement.verdict().name();
        String steward = Storable.text(judgement.steward());
        Instant at = judgement.at().truncatedTo(ChronoUnit.MICROS);
        Object[] known = {left.source(), left.id(), right.source(), right.id(), at, steward, verdict};
        if (!Sql.query(connection, KNOWN, row -> "", known).isEmpty()) {
            return false;
        }
        Sql.update(connection, RETIRE, left.source(), left.id(), right.source(), right.id(), at);
        Sql.update(
                connection,
                INSERT,
                left.source(),
                left.id(),
                right.source(),
                right.id(),
                verdict,
                steward,
                at,
                judgement.comment() == null ? null : Storable.text(judgement.comment()),
                left.source(),
                left.id(),
                right.source(),
                right.id());
        return true;
    }
}
