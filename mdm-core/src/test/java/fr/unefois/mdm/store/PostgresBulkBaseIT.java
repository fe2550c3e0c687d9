package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.arrive.Seeds;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.change.ChangeEvent;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.review.ReviewTask;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class PostgresBulkBaseIT {
    private final DataSource dataSource;
    private final PostgresBulkBase bulk;
    private final PostgresBase base;
    private final Intake intake;
    private final Citizens citizens;

    PostgresBulkBaseIT(DataSource dataSource) {
        this.dataSource = dataSource;
        bulk = new PostgresBulkBase(dataSource);
        base = new PostgresBase(dataSource);
        intake = new Intake(dataSource);
        citizens = new Citizens(dataSource);
    }

    @BeforeEach
    void forget() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "truncate source_record, source_record_history, pending, run_seen, record_keys, blocking_key,"
                            + " membership, edge, citizen, ref_redirect, change_event, review_task");
        }
    }

    private long count(String sql) {
        return Transactions.run(
                dataSource,
                "counting",
                connection -> Sql.query(connection, sql, row -> row.getLong(1)).get(0));
    }

    private List<StoredRecord> records() {
        List<StoredRecord> records = new ArrayList<>();
        bulk.records(records::add);
        return records;
    }

    private void take(CitizenRecord... records) {
        assertThat(intake.put(
                                1,
                                IntStream.range(0, records.length)
                                        .mapToObj(i -> Samples.incoming(records[i], 1, i + 10))
                                        .toList(),
                                false)
                        .duplicates())
                .isEmpty();
    }

    private static Resolution full(UUID ref, CitizenRecord a, CitizenRecord b, Map<UUID, List<UUID>> retired) {
        Resolution plain = Samples.together(ref, 1, a, b);
        ReviewTask task = Samples.task(ref, ref, a.key(), b.key(), 4_000);
        return new Resolution(
                plain.records(),
                plain.citizens(),
                plain.membership(),
                retired,
                plain.edges(),
                List.of(task),
                List.of(new ChangeEvent(
                        ref, ChangeEvent.Kind.CREATED, Set.of(Attribute.SEX, Attribute.BIRTH_NAME), List.of(ref))));
    }

    @Test
    void writesWhatTheSingleWalkWouldWrite() {
        CitizenRecord a = Samples.record("a\\.\t\n", "D'ŒUVRE \\N");
        CitizenRecord b = Samples.record("b", "\\");
        take(a, b);
        UUID ref = bulk.newRef();
        UUID old = bulk.newRef();
        records();
        bulk.apply(List.of(full(ref, a, b, Map.of(old, List.of(ref)))).iterator());

        assertThat(citizens.find(ref))
                .isEqualTo(
                        new Found.Live(Samples.together(ref, 1, a, b).citizens().get(0)));
        assertThat(citizens.find(old)).isEqualTo(new Found.Merged(ref));
        assertThat(records()).containsExactly(new StoredRecord(a, ref), new StoredRecord(b, ref));
        assertThat(bulk.citizens(List.of(ref, old))).containsOnlyKeys(ref);
        assertThat(intake.pendingCount()).isZero();
        List<StoredRecord> meeting = base.read(session -> session.meeting(new long[] {10}));
        assertThat(meeting).extracting(stored -> stored.record().key()).containsExactly(a.key());
        List<StoredRecord> component = base.read(session -> session.component(Seeds.changed(Set.of(b.key()))));
        assertThat(component).hasSize(2);
        assertThat(count("select count(*) from review_task where state = 'OPEN'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from change_event where attributes = '{birthName,sex}'"))
                .isEqualTo(1);
    }

    @Test
    void leavesEverythingAsItWasWhenTheWalkFails() {
        CitizenRecord a = Samples.record("a", "A");
        take(a);
        Iterator<Resolution> failing = new Iterator<>() {
            private int left = 2;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Resolution next() {
                if (--left == 0) {
                    throw new IllegalStateException("on purpose");
                }
                return Samples.together(References.next(), 1, a);
            }
        };
        assertThatThrownBy(() -> bulk.apply(failing)).hasMessage("on purpose");
        assertThat(citizens.count()).isZero();
        assertThat(intake.pendingCount()).isEqualTo(1);
    }

    @Test
    void linksAgainWhatChangedOrVanishedWhileTheWalkWasThinking() {
        CitizenRecord still = Samples.record("still", "S");
        CitizenRecord changed = Samples.record("changed", "C");
        CitizenRecord with = Samples.record("with", "W");
        CitizenRecord vanished = Samples.record("vanished", "V");
        CitizenRecord beside = Samples.record("beside", "B");
        take(still, changed, with, vanished, beside);
        records();
        intake.put(2, List.of(Samples.incoming(Samples.record("changed", "CC"), 1)), false);
        assertThat(intake.delete(List.of(vanished.key()))).isEqualTo(1);
        bulk.apply(List.of(
                        Samples.together(bulk.newRef(), 1, still),
                        Samples.together(bulk.newRef(), 1, changed, with),
                        Samples.together(bulk.newRef(), 1, vanished, beside))
                .iterator());
        assertThat(intake.pending(10))
                .extracting(stored -> stored.record().key())
                .containsExactlyInAnyOrder(changed.key(), with.key(), beside.key());
    }

    @Test
    void writesNoCitizenAllOfWhoseRecordsVanished() {
        CitizenRecord vanished = Samples.record("vanished", "V");
        take(vanished);
        records();
        assertThat(intake.delete(List.of(vanished.key()))).isEqualTo(1);
        bulk.apply(List.of(Samples.together(bulk.newRef(), 1, vanished)).iterator());
        assertThat(citizens.count()).isZero();
    }

    @Test
    void writesFiftyThousandResolutionsAndRewritesThem() {
        int pairs = 50_000;
        Map<SourceKey, CitizenRecord> records = new TreeMap<>();
        for (int from = 0; from < 2 * pairs; from += 1_000) {
            List<Incoming> batch = IntStream.range(from, from + 1_000)
                    .mapToObj(i -> Samples.incoming(Samples.record("p" + i, "N" + i), i / 2, -i - 1, i + 1_000_000L))
                    .toList();
            batch.forEach(incoming -> records.put(incoming.record().key(), incoming.record()));
            assertThat(intake.put(1, batch, false).news()).isEqualTo(1_000);
        }
        assertThat(records()).hasSize(2 * pairs);
        List<UUID> refs = IntStream.range(0, pairs).mapToObj(i -> bulk.newRef()).toList();
        bulk.apply(IntStream.range(0, pairs)
                .mapToObj(i -> resolution(records, refs.get(i), i, 1))
                .iterator());
        assertThat(citizens.count()).isEqualTo(pairs);
        assertThat(count("select count(*) from edge")).isEqualTo(pairs);
        assertThat(count("select count(*) from membership")).isEqualTo(2L * pairs);
        assertThat(count("select count(*) from blocking_key")).isEqualTo(6L * pairs);

        assertThat(records()).hasSize(2 * pairs);
        bulk.apply(IntStream.range(0, pairs)
                .mapToObj(i -> resolution(records, refs.get(i), i, 2))
                .iterator());
        assertThat(count("select count(*) from citizen where version = 2")).isEqualTo(pairs);
        assertThat(count("select count(*) from edge")).isEqualTo(pairs);
        assertThat(intake.pendingCount()).isZero();
    }

    private static Resolution resolution(Map<SourceKey, CitizenRecord> records, UUID ref, int i, long version) {
        return Samples.together(
                ref,
                version,
                Objects.requireNonNull(records.get(Samples.key("p" + 2 * i))),
                Objects.requireNonNull(records.get(Samples.key("p" + (2 * i + 1)))));
    }
}
