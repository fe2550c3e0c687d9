package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.change.Recorded;
import fr.unefois.mdm.golden.GoldenRecord;
import fr.unefois.mdm.golden.GoldenValue;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.SourceKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Golden records through time: the present, undone change by change. */
public final class Histories {
    private static final String PAST = " where ref = ? and until_at > ? order by version desc";
    private static final String LAST = " where ref = ? and ended order by version desc limit 1";

    private static final String STORY =
            "select " + ChangeRow.COLUMNS + " from change_event where ref = ?" + " order by seq desc limit ?";

    /** As {@link NextMerge#SEEING_ALL}, for who may read citizens alone; what a function reads counts. */
    private static final String SEEING_CITIZENS = "lock table citizen in access share mode";

    private final Reading reading;

    public Histories(DataSource dataSource) {
        this(Reading.whole(dataSource));
    }

    Histories(Reading reading) {
        this.reading = reading;
    }

    /** A golden record as it stood, and since when. */
    private record State(Citizen citizen, Instant since) {}

    /** The golden record under the reference at the instant; empty where it carried none then. */
    public Optional<Citizen> at(UUID ref, Instant at) {
        return reading.run("reading history", connection -> {
            Sql.update(connection, "set transaction isolation level repeatable read read only; " + SEEING_CITIZENS);
            reading.begin(connection);
            @Nullable State state = present(connection, ref);
            for (Undo undo : Sql.query(connection, undo() + PAST, Undo::read, ref, at)) {
                state = undo.before(ref, state);
            }
            return Optional.ofNullable(state)
                    .filter(one -> !one.since().isAfter(at))
                    .map(State::citizen);
        });
    }

    /** The last golden record under a reference that carries none any more; empty where nothing of it is kept. */
    public Optional<Citizen> last(UUID ref) {
        return reading.run("reading history", connection -> {
            Sql.update(connection, SEEING_CITIZENS);
            reading.begin(connection);
            return Sql.query(connection, undo() + LAST, Undo::read, ref).stream()
                    .findFirst()
                    .map(undo -> undo.before(ref, null).citizen());
        });
    }

    private String undo() {
        return "select version, from_at, " + reading.attributes("was")
                + " as was, crosswalk, link_weight, ended from citizen_history";
    }

    private @Nullable State present(Connection connection, UUID ref) throws SQLException {
        List<State> present = Sql.query(
                connection,
                "select ref, version, " + reading.golden("golden")
                        + " as golden, link_weight, changed_at from citizen where ref = ?",
                row -> new State(Rows.citizen(row), Objects.requireNonNull(Sql.instant(row, "changed_at"))),
                ref);
        return present.isEmpty() ? null : present.get(0);
    }

    private record Undo(
            long version,
            Instant since,
            Map<Attribute, List<GoldenValue>> was,
            List<SourceKey> crosswalk,
            int linkWeight,
            boolean ended) {
        static Undo read(ResultSet row) throws SQLException {
            return new Undo(
                    row.getLong("version"),
                    Objects.requireNonNull(Sql.instant(row, "from_at")),
                    GoldenJson.attributes(row.getString("was")),
                    GoldenJson.crosswalk(row.getString("crosswalk")),
                    row.getInt("link_weight"),
                    row.getBoolean("ended"));
        }

        State before(UUID ref, @Nullable State after) {
            Map<Attribute, List<GoldenValue>> attributes = new HashMap<>();
            if (after != null && !ended) {
                attributes.putAll(after.citizen().golden().attributes());
            }
            attributes.putAll(was);
            return new State(new Citizen(ref, version, new GoldenRecord(attributes, crosswalk, linkWeight)), since);
        }
    }

    /** What happened under the reference, the latest first. */
    public List<Recorded> story(UUID ref, int limit) {
        return reading.run("reading history", connection -> Sql.query(connection, STORY, ChangeRow::read, ref, limit));
    }
}
