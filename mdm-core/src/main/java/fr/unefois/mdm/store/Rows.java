package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns that readers share, and what a row of them is. */
final class Rows {
    static final String RECORD =
            "select s.id, s.source, s.source_id, s.as_of, s.said, m.ref, m.past, s.authored from source_record s left join membership m on m.record = s.id";
    static final String IN_KEY_ORDER = " order by s.source, s.source_id";
    static final String CITIZEN = "select ref, version, golden, link_weight from citizen";

    static String citizen(Reading reading) {
        return "select ref, version, " + reading.golden("golden") + " as golden, link_weight from citizen";
    }

    static final String JUDGEMENT =
            "select left_source, left_id, right_source, right_id, verdict, steward, at, comment from judgement";

    /** The given source keys as rows of {@code k}; two text arrays. */
    static final String KEYS = "unnest(?::text[], ?::text[]) as k(source, source_id)";

    private Rows() {}

    static StoredRecord record(ResultSet row) throws SQLException {
        return new StoredRecord(
                RecordJson.record(key(row), Sql.instant(row, "as_of"), row.getString("said")),
                row.getObject("ref", UUID.class),
                refs(row.getArray("past")),
                AuthoredJson.read(row.getString("authored")));
    }

    private static List<UUID> refs(@Nullable Array refs) throws SQLException {
        return refs == null ? List.of() : List.of((UUID[]) refs.getArray());
    }

    static SourceKey key(ResultSet row) throws SQLException {
        return new SourceKey(row.getString("source"), row.getString("source_id"));
    }

    static Citizen citizen(ResultSet row) throws SQLException {
        return new Citizen(
                row.getObject("ref", UUID.class),
                row.getLong("version"),
                GoldenJson.read(row.getString("golden"), row.getInt("link_weight")));
    }

    static Judgement judgement(ResultSet row) throws SQLException {
        return new Judgement(
                new SourceKey(row.getString("left_source"), row.getString("left_id")),
                new SourceKey(row.getString("right_source"), row.getString("right_id")),
                Judgement.Verdict.valueOf(row.getString("verdict")),
                row.getString("steward"),
                Objects.requireNonNull(Sql.instant(row, "at")),
                row.getString("comment"));
    }

    static String[] sources(Collection<SourceKey> keys) {
        return keys.stream().map(SourceKey::source).toArray(String[]::new);
    }

    static String[] ids(Collection<SourceKey> keys) {
        return keys.stream().map(SourceKey::id).toArray(String[]::new);
    }
}
