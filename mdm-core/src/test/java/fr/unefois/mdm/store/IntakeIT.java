package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.store.Intake.Counts;
import fr.unefois.mdm.store.Intake.Quarantined;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class IntakeIT {
    private static final List<SourceKey> NONE = List.of();

    private final DataSource dataSource;
    private final Intake intake;
    private final PostgresBase base;
    private final Citizens citizens;

    IntakeIT(DataSource dataSource) {
        this.dataSource = dataSource;
        intake = new Intake(dataSource);
        base = new PostgresBase(dataSource);
        citizens = new Citizens(dataSource);
    }

    @BeforeEach
    @AfterEach
    void forget() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "truncate source_record, source_record_history, pending, run_seen, record_keys, blocking_key,"
                            + " membership, edge, citizen, ref_redirect, change_event, quarantine, model_in_force,"
                            + " model_version");
        }
    }

    private static Incoming row(String id, String name, long... keys) {
        return Samples.incoming(Samples.record(id, name), keys);
    }

    private long count(String sql) {
        return Transactions.run(
                dataSource,
                "counting",
                connection -> Sql.query(connection, sql, row -> row.getLong(1)).get(0));
    }

    private void link(CitizenRecord record) {
        String done = base.write(session -> {
            session.link(record.key(), Map.of());
            session.apply(Samples.together(References.next(), 1, record));
            return "done";
        });
        assertThat(done).isEqualTo("done");
    }

    @Test
    void tellsNewChangedAndUnchangedApartByWhatTheSourceSays() {
        assertThat(intake.put(1, List.of(row("a", "A"), row("b", "B")), false)).isEqualTo(new Counts(2, 0, 0, NONE));
        assertThat(intake.put(2, List.of(row("a", "A"), row("b", "BB"), row("c", "C")), false))
                .isEqualTo(new Counts(1, 1, 1, NONE));
        assertThat(count("select count(*) from source_record_history where ended = 'replaced'"))
                .isEqualTo(1);
    }

    @Test
    void changesNothingWhenABatchIsRepeatedAfterAKill() {
        List<Incoming> batch = List.of(row("a", "A", 1), row("b", "B", 2));
        intake.put(1, batch, false);
        assertThat(intake.put(1, batch, false)).isEqualTo(new Counts(0, 0, 2, NONE));
        assertThat(intake.pendingCount()).isEqualTo(2);
    }

    @Test
    void letsNewAndChangedRecordsWaitUntilTheyAreLinked() {
        intake.put(1, List.of(row("a", "A"), row("b", "B")), false);
        link(Samples.record("a", "A"));
        assertThat(intake.pending(10))
                .extracting(stored -> stored.record().key().id())
                .containsExactly("b");
        intake.put(2, List.of(row("a", "A"), row("b", "B")), false);
        assertThat(intake.pendingCount()).isEqualTo(1);
        intake.put(3, List.of(row("a", "AA")), false);
        assertThat(intake.pendingCount()).isEqualTo(2);
        assertThat(intake.pending(1)).hasSize(1);
    }

    @Test
    void letsAChangedRecordWaitOnWhenOneBesideItIsLinked() {
        intake.put(1, List.of(row("a", "A"), row("b", "B")), false);
        link(Samples.record("a", "A"));
        link(Samples.record("b", "B"));
        intake.put(2, List.of(row("a", "AA")), false);
        String done = base.write(session -> {
            session.link(Samples.key("b"), Map.of(Samples.key("a"), 12_345));
            session.apply(Samples.together(References.next(), 1, Samples.record("a", "AA"), Samples.record("b", "B")));
            return "done";
        });
        assertThat(done).isEqualTo("done");
        assertThat(intake.pending(10))
                .as("nobody has looked yet whom it meets by what it says now")
                .extracting(stored -> stored.record().key().id())
                .containsExactly("a");
    }

    @Test
    void letsARecordWaitWhenOnlyItsKeysAreOthers() {
        intake.put(1, List.of(row("a", "A", 1)), false);
        link(Samples.record("a", "A"));
        assertThat(intake.put(2, List.of(row("a", "A", 2)), false)).isEqualTo(new Counts(0, 0, 1, NONE));
        assertThat(intake.pendingCount()).isEqualTo(1);
    }

    @Test
    void tellsWhoWaitsFromBeforeTheVersionInForce() {
        assertThat(intake.isPendingFromAnEarlierVersion()).as("nobody waits").isFalse();
        intake.put(1, List.of(row("a", "A")), false);
        assertThat(intake.isPendingFromAnEarlierVersion()).as("no version").isFalse();
        inForceSince("-infinity");
        assertThat(intake.isPendingFromAnEarlierVersion()).as("written since").isFalse();
        inForceSince("infinity");
        assertThat(intake.isPendingFromAnEarlierVersion()).as("written before").isTrue();
    }

    private void inForceSince(String instant) {
        int written = Transactions.run(dataSource, "keeping a version", connection -> {
            Sql.update(connection, "truncate model_in_force, model_version");
            Sql.update(
                    connection,
                    "insert into model_version (version, model, since) values ('one', '', ?::timestamptz)",
                    instant);
            return Sql.update(connection, "insert into model_in_force (version) values ('one')");
        });
        assertThat(written).isEqualTo(1);
    }

    @Test
    void takesUnchangedRecordsAgainInAFullPull() {
        intake.put(1, List.of(row("a", "A")), false);
        link(Samples.record("a", "A"));
        assertThat(intake.put(2, List.of(row("a", "A")), true)).isEqualTo(new Counts(0, 0, 1, NONE));
        assertThat(intake.pendingCount()).isEqualTo(1);
    }

    @Test
    void findsALinkedRecordByItsKeysAsTheyAreNow() {
        intake.put(1, List.of(row("a", "A", 11, 12)), false);
        link(Samples.record("a", "A"));
        assertThat(meeting(12)).isEqualTo(1);
        intake.put(2, List.of(row("a", "AA", 12, 13)), false);
        assertThat(meeting(11)).isZero();
        assertThat(meeting(12)).isEqualTo(1);
        assertThat(meeting(13)).isEqualTo(1);
    }

    private int meeting(long key) {
        return base.read(session -> session.meeting(new long[] {key})).size();
    }

    @Test
    void keepsTheFirstOfTwoRowsWithOneKeyAndNamesTheOther() {
        assertThat(intake.put(1, List.of(row("a", "FIRST"), row("a", "SECOND"), row("a", "FIRST")), false))
                .isEqualTo(new Counts(1, 0, 0, List.of(Samples.key("a"))));
        assertThat(intake.put(1, List.of(row("a", "THIRD")), false))
                .isEqualTo(new Counts(0, 0, 0, List.of(Samples.key("a"))));
        assertThat(intake.pending(1).get(0).record()).isEqualTo(Samples.record("a", "FIRST"));
    }

    @Test
    void findsWhatTheSourceNoLongerHas() {
        intake.put(1, List.of(row("a", "A"), row("b", "B"), row("c", "C")), false);
        intake.endRun(1);
        intake.put(2, List.of(row("b", "B")), false);
        assertThat(intake.absent("portail", 2)).containsExactly(Samples.key("a"), Samples.key("c"));
        assertThat(intake.count("portail")).isEqualTo(3);
    }

    @Test
    void deletesRecordsRetiresEmptyCitizensAndLinksTheOthersAnew() {
        CitizenRecord a = Samples.record("a", "A");
        CitizenRecord b = Samples.record("b", "B");
        CitizenRecord c = Samples.record("c", "C");
        intake.put(1, List.of(row("a", "A", 1), row("b", "B", 1), row("c", "C", 2)), false);
        UUID pair = References.next();
        UUID alone = References.next();
        String done = base.write(session -> {
            session.link(a.key(), Map.of(b.key(), 12_345));
            session.link(b.key(), Map.of(a.key(), 12_345));
            session.apply(Samples.together(pair, 1, a, b));
            session.link(c.key(), Map.of());
            session.apply(Samples.together(alone, 1, c));
            return "done";
        });
        assertThat(done).isEqualTo("done");
        assertThat(intake.delete(List.of(a.key(), c.key(), Samples.key("never seen"))))
                .isEqualTo(2);
        assertThat(citizens.find(alone)).isEqualTo(new Found.Gone());
        assertThat(citizens.find(pair)).isInstanceOf(Found.Live.class);
        assertThat(intake.pending(10))
                .extracting(stored -> stored.record().key())
                .containsExactly(b.key());
        assertThat(count("select count(*) from blocking_key")).isEqualTo(1);
    }

    @Test
    void keepsQuarantinedRowsWithTheirReason() {
        intake.quarantine(
                7,
                List.of(
                        new Quarantined("portail", "people.csv", 12, "birth_date", "no date", "1;D\0UPONT;32/13/1999"),
                        new Quarantined("portail", "people.csv", 13, null, "the quote never ends", "\"")));
        assertThat(count("select count(*) from quarantine where run = 7 and source = 'portail'"))
                .isEqualTo(2);
    }

    @Test
    void takesABatchOfAThousand() {
        List<Incoming> batch = LongStream.range(0, 1000)
                .mapToObj(i -> row("n" + i, "NAME" + i, i, i + 1, i + 2))
                .toList();
        assertThat(intake.put(1, batch, false)).isEqualTo(new Counts(1000, 0, 0, NONE));
    }
}
