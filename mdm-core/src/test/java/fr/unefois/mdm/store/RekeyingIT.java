package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.bulk.BulkBase;
import fr.unefois.mdm.bulk.Relink;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.record.CitizenRecord;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class RekeyingIT {
    private static final Walk BEFORE = Walk.french(Map.of());
    private static final Walk AFTER = BEFORE.with("""
            name: others
            blocking:
              - {on: email, refine: first}
              - {on: first + yearMonth}
            """);

    private final DataSource dataSource;
    private final Arrivals arrivals;

    RekeyingIT(DataSource dataSource) {
        this.dataSource = dataSource;
        this.arrivals = new Arrivals(new PostgresBase(dataSource), BEFORE);
    }

    @BeforeEach
    @AfterEach
    void forget() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "truncate source_record, source_record_history, pending, run_seen, record_keys, blocking_key,"
                            + " membership, edge, citizen, ref_redirect, change_event, review_task, model_in_force, model_version");
        }
    }

    private static CitizenRecord linh(String id, String email) {
        return Citizens.linh("eau", id).emails(email).build();
    }

    private static long[] keys(Walk walk, CitizenRecord record) {
        return walk.rules().keys(walk.standardiser().standardise(record).record());
    }

    private static long[] both(CitizenRecord record) {
        return LongStream.concat(LongStream.of(keys(BEFORE, record)), LongStream.of(keys(AFTER, record)))
                .sorted()
                .distinct()
                .toArray();
    }

    private Rekeying rekeying(CitizenRecord... records) {
        return Rekeying.of(
                dataSource,
                Transactions.run(dataSource, "looking", Sql::snapshot),
                Arrays.stream(records)
                        .map(record -> new BulkBase.Keyed(record.key(), keys(AFTER, record)))
                        .iterator());
    }

    /** The keys that a record has, and those that others meet it by. */
    private List<long[]> stands(CitizenRecord record) {
        return List.of(
                found("select unnest(h.keys) as k from record_keys h join source_record s on s.id = h.record", record),
                found("select b.key as k from blocking_key b join source_record s on s.id = b.record", record));
    }

    private long[] found(String sql, CitizenRecord record) {
        return Transactions.run(
                        dataSource,
                        "reading keys",
                        connection -> Sql.query(
                                connection,
                                sql + " where s.source_id = ? order by 1",
                                row -> row.getLong(1),
                                record.key().id()))
                .stream()
                .mapToLong(key -> key)
                .toArray();
    }

    @Test
    void aRecordStandsUnderItsOldKeysThenUnderBothThenUnderTheNew() {
        CitizenRecord one = linh("1", "linh@example.org");
        arrivals.arrive(one);
        assertThat(keys(AFTER, one)).isNotEmpty();
        assertThat(both(one)).hasSizeGreaterThan(keys(BEFORE, one).length);
        assertThat(stands(one)).containsExactly(keys(BEFORE, one), keys(BEFORE, one));

        Rekeying rekeying = rekeying(one);
        rekeying.widen();
        assertThat(stands(one)).containsExactly(both(one), both(one));

        rekeying.narrow();
        assertThat(stands(one)).containsExactly(keys(AFTER, one), keys(AFTER, one));
    }

    @Test
    void whoIsCorrectedInBetweenHasTheKeysOfWhatItSaysNow() {
        CitizenRecord one = linh("1", "linh@example.org");
        CitizenRecord two = linh("2", "linh@example.org");
        arrivals.arrive(one);
        arrivals.arrive(two);
        Rekeying rekeying = rekeying(one, two);
        CitizenRecord earlier = linh("1", "first@example.org");
        arrivals.arrive(earlier);

        rekeying.widen();
        assertThat(stands(earlier))
                .as("corrected before")
                .containsExactly(keys(BEFORE, earlier), keys(BEFORE, earlier));
        CitizenRecord later = linh("2", "second@example.org");
        arrivals.arrive(later);
        assertThat(stands(later)).as("corrected after").containsExactly(keys(BEFORE, later), keys(BEFORE, later));

        rekeying.narrow();
        assertThat(stands(earlier)).containsExactly(keys(BEFORE, earlier), keys(BEFORE, earlier));
        assertThat(stands(later)).containsExactly(keys(BEFORE, later), keys(BEFORE, later));
    }

    @Test
    void whatWasLeftHalfDoneIsDoneTheNextTime() {
        CitizenRecord one = linh("1", "linh@example.org");
        arrivals.arrive(one);
        rekeying(one).widen();

        Rekeying again = rekeying(one);
        again.widen();
        again.narrow();

        assertThat(stands(one)).containsExactly(keys(AFTER, one), keys(AFTER, one));
    }

    @Test
    void whatWasWrittenWhileAVersionCameIntoForceHasItsKeysOnceItIsLinked() {
        CitizenRecord one = linh("1", "linh@example.org");
        arrivals.arrive(one);

        // As a link does when many have waited: under the version in force, which counts nothing anew.
        new Relink(new PostgresBulkBase(dataSource, null, true), AFTER).run(new Progress.Silence());

        assertThat(stands(one)).containsExactly(keys(AFTER, one), keys(AFTER, one));
    }

    @Test
    void whoIsCorrectedWhileItsKeysAreWrittenLeavesNoneBehind() throws InterruptedException {
        leavesNoneBehind((corrected, row) -> Transactions.run(
                dataSource,
                "correcting",
                connection -> RecordPut.put(
                        new RoundTrips(connection),
                        row,
                        StorableRecord.of(corrected, List.of()),
                        keys(BEFORE, corrected))));
    }

    @Test
    void whoIsPulledAnewWhileItsKeysAreWrittenLeavesNoneBehind() throws InterruptedException {
        leavesNoneBehind((corrected, row) -> new Intake(dataSource)
                .put(1, List.of(new Incoming(corrected, List.of(), keys(BEFORE, corrected))), false));
    }

    private interface Correcting {
        void write(CitizenRecord corrected, long row);
    }

    /** The record stands under other keys in a transaction that ends once whoever corrects it waits for its row. */
    private void leavesNoneBehind(Correcting correcting) throws InterruptedException {
        CitizenRecord one = linh("1", "linh@example.org");
        CitizenRecord corrected = linh("1", "second@example.org");
        arrivals.arrive(one);
        Long[] both = Sql.boxed(both(one));
        long row = found("select s.id from source_record s", one)[0];
        Thread writer = new Thread(() -> correcting.write(corrected, row));
        Transactions.run(dataSource, "widening", connection -> {
            Sql.update(connection, "update source_record set changed_at = changed_at where id = ?", row);
            Sql.update(connection, "update record_keys set keys = ? where record = ?", both, row);
            Sql.update(
                    connection,
                    "insert into blocking_key (key, record) select unnest(?::bigint[]), ? on conflict do nothing",
                    both,
                    row);
            writer.start();
            awaitAWaiter();
            return row;
        });
        writer.join(10_000);

        assertThat(writer.isAlive()).isFalse();
        assertThat(stands(corrected)).containsExactly(keys(BEFORE, corrected), keys(BEFORE, corrected));
    }

    private void awaitAWaiter() {
        long end = System.nanoTime() + 10_000_000_000L;
        while (waiters() == 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(waiters()).isEqualTo(1);
    }

    private long waiters() {
        return Transactions.run(
                dataSource,
                "looking for who waits",
                connection -> Sql.query(
                                connection,
                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                        + " and datname = current_database()",
                                row -> row.getLong(1))
                        .get(0));
    }
}
