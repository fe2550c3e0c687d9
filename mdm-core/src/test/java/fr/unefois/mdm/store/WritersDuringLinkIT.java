package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.arrive.Arrival;
import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Judged;
import fr.unefois.mdm.arrive.Judging;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.bulk.Relink;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import fr.unefois.mdm.standardise.Standardised;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people and applications write while the whole base is linked anew: it stands, before and after it is linked again. */
@ExtendWith(TestDatabase.class)
class WritersDuringLinkIT {
    private static final Walk SHIPPED = Walk.french(Map.of());
    private static final SourceKey WATER = new SourceKey("eau", "1");
    private static final SourceKey CANTEEN = new SourceKey("cantine", "1");
    private static final Judging.Word WORD =
            new Judging.Word("agent-7", Instant.parse("2026-03-01T00:00:00Z"), "elles sont deux");

    private final DataSource dataSource;
    private final PostgresBase base;
    private final Arrivals arrivals;
    private final Intake intake;

    WritersDuringLinkIT(DataSource dataSource) {
        this.dataSource = dataSource;
        this.base = new PostgresBase(dataSource);
        this.arrivals = new Arrivals(base, SHIPPED);
        this.intake = new Intake(dataSource);
    }

    static Stream<Arguments> moments() {
        return Stream.of(false, true)
                .flatMap(
                        beside -> Arrays.stream(Meanwhile.Moment.values()).map(moment -> Arguments.of(beside, moment)));
    }

    @BeforeEach
    void forget() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "truncate source_record, source_record_history, pending, run_seen, record_keys, blocking_key,"
                            + " membership, edge, citizen, citizen_history, ref_redirect, change_event, review_task, judgement,"
                            + " model_in_force, model_version");
        }
    }

    private static Citizens linh(SourceKey key) {
        return Citizens.linh(key.source(), key.id());
    }

    private void link(boolean beside, Meanwhile.Moment moment, Runnable meanwhile) {
        PostgresBulkBase bulk = new PostgresBulkBase(dataSource, null, false, beside ? 0 : Long.MAX_VALUE);
        new Relink(new Meanwhile(bulk, moment, meanwhile), SHIPPED).run(new Progress.Silence());
    }

    private void settle() {
        for (StoredRecord waiting : intake.pending(1000)) {
            arrivals.settle(waiting.record().key());
        }
        assertThat(intake.pendingCount()).isZero();
    }

    private Map<SourceKey, UUID> refs() {
        Map<SourceKey, UUID> refs = new TreeMap<>();
        new PostgresBulkBase(dataSource)
                .records(one -> refs.put(one.record().key(), Objects.requireNonNull(one.ref())));
        return refs;
    }

    private List<Value> emails(UUID ref) {
        return ((Found.Live) new fr.unefois.mdm.store.Citizens(dataSource).find(ref))
                .citizen().golden().values(Attribute.EMAILS).stream()
                        .flatMap(one -> one.values().stream())
                        .toList();
    }

    private long version(UUID ref) {
        return ((Found.Live) new fr.unefois.mdm.store.Citizens(dataSource).find(ref))
                .citizen()
                .version();
    }

    private void nobodyIsCitizenWithoutARecord() {
        List<UUID> live = Transactions.run(
                dataSource,
                "listing",
                connection -> Sql.query(
                        connection, "select ref from citizen order by ref", row -> row.getObject(1, UUID.class)));
        assertThat(live)
                .containsExactlyInAnyOrderElementsOf(
                        refs().values().stream().distinct().toList());
    }

    @ParameterizedTest
    @MethodSource("moments")
    void aJudgementStandsAtOnceAndAfterwards(boolean beside, Meanwhile.Moment moment) {
        arrivals.arrive(linh(WATER).build());
        arrivals.arrive(linh(CANTEEN).build());
        assertThat(refs().get(WATER)).isEqualTo(refs().get(CANTEEN));
        link(
                beside,
                moment,
                () -> assertThat(new Judging(base, SHIPPED)
                                .judge(new Judgement(
                                        WATER, CANTEEN, Verdict.DIFFERENT, WORD.steward(), WORD.at(), WORD.comment())))
                        .isInstanceOf(Judged.Kept.class));
        assertThat(refs().get(WATER)).isNotEqualTo(refs().get(CANTEEN));
        settle();
        assertThat(refs().get(WATER)).isNotEqualTo(refs().get(CANTEEN));
        nobodyIsCitizenWithoutARecord();
    }

    @ParameterizedTest
    @MethodSource("moments")
    void aJudgementTakenBackIsTakenBack(boolean beside, Meanwhile.Moment moment) {
        arrivals.arrive(linh(WATER).build());
        arrivals.arrive(linh(CANTEEN).build());
        Judging judging = new Judging(base, SHIPPED);
        judging.judge(new Judgement(WATER, CANTEEN, Verdict.DIFFERENT, WORD.steward(), WORD.at(), null));
        link(
                beside,
                moment,
                () -> judging.judge(new Judgement(
                        WATER,
                        CANTEEN,
                        Verdict.WITHDRAWN,
                        WORD.steward(),
                        WORD.at().plusSeconds(1),
                        null)));
        assertThat(refs().get(WATER)).isEqualTo(refs().get(CANTEEN));
        settle();
        assertThat(refs().get(WATER)).isEqualTo(refs().get(CANTEEN));
        nobodyIsCitizenWithoutARecord();
    }

    @ParameterizedTest
    @MethodSource("moments")
    void aCorrectionShowsThroughout(boolean beside, Meanwhile.Moment moment) {
        arrivals.arrive(linh(WATER).emails("old@example.org").build());
        // A record of which the walk has something to write, beside the one that is corrected.
        intake.put(1, List.of(incoming(linh(CANTEEN).emails("old@example.org").build())), false);
        UUID ref = refsOf(WATER);
        link(
                beside,
                moment,
                () -> arrivals.arrive(linh(WATER)
                        .emails("new@example.org")
                        .asOf("2026-11-01T00:00:00Z")
                        .build()));
        assertThat(emails(ref)).contains(new Text("new@example.org"));
        long version = version(ref);
        settle();
        assertThat(emails(ref)).contains(new Text("new@example.org"));
        assertThat(version(ref)).isGreaterThanOrEqualTo(version);
        assertThat(refs().get(WATER)).isEqualTo(refs().get(CANTEEN));
        nobodyIsCitizenWithoutARecord();
    }

    @ParameterizedTest
    @MethodSource("moments")
    void whoComesMeanwhileMeetsWhoWaited(boolean beside, Meanwhile.Moment moment) {
        intake.put(1, List.of(incoming(linh(WATER).build())), false);
        link(
                beside,
                moment,
                () -> assertThat(arrivals.arrive(linh(CANTEEN).build()).effect())
                        .as("who waits has keys once they are resolved")
                        .isEqualTo(
                                moment == Meanwhile.Moment.RESOLVED ? Arrival.Effect.MATCHED : Arrival.Effect.CREATED));
        settle();
        assertThat(refs().get(WATER)).isEqualTo(refs().get(CANTEEN));
        nobodyIsCitizenWithoutARecord();
    }

    @ParameterizedTest
    @MethodSource("moments")
    void whoIsRemovedStaysAway(boolean beside, Meanwhile.Moment moment) {
        arrivals.arrive(linh(WATER).build());
        arrivals.arrive(linh(CANTEEN).build());
        UUID ref = refsOf(WATER);
        link(beside, moment, () -> {
            arrivals.depart(WATER);
            arrivals.depart(CANTEEN);
        });
        settle();
        assertThat(refs()).isEmpty();
        assertThat(new fr.unefois.mdm.store.Citizens(dataSource).find(ref)).isInstanceOf(Found.Gone.class);
        nobodyIsCitizenWithoutARecord();
    }

    @ParameterizedTest
    @MethodSource("moments")
    void isFoundByEveryLinkAnew(boolean beside, Meanwhile.Moment moment) {
        arrivals.arrive(linh(WATER).build());
        for (int link = 1; link <= 3; link++) {
            String now = "n" + link + "@example.org";
            link(beside, moment, () -> arrivals.arrive(linh(WATER).emails(now).build()));
            assertThat(intake.pendingCount()).isEqualTo(1);
            settle();
        }
    }

    @ParameterizedTest
    @MethodSource("moments")
    void holdsUpNobodyElseOfTheComponent(boolean beside, Meanwhile.Moment moment) {
        SourceKey sister = new SourceKey("portail", "2");
        SourceKey sistersToo = new SourceKey("cantine", "2");
        arrivals.arrive(linh(WATER).build());
        arrivals.arrive(linh(sister).birthDate("1988-05-23").build());
        intake.put(1, List.of(incoming(linh(sistersToo).birthDate("1988-05-23").build())), false);
        assertThat(count("select count(*) from edge")).as("they hang together").isEqualTo(1);
        assertThat(refsOf(WATER)).isNotEqualTo(refsOf(sister));
        link(
                beside,
                moment,
                () -> arrivals.arrive(linh(WATER).asOf("2026-11-01T00:00:00Z").build()));
        assertThat(refsOf(sistersToo)).isEqualTo(refsOf(sister));
        assertThat(intake.pending(9))
                .extracting(one -> one.record().key())
                .contains(WATER)
                .doesNotContain(sister);
        settle();
        assertThat(refs().get(sistersToo)).isEqualTo(refs().get(sister));
        assertThat(count("select count(*) from edge")).isEqualTo(3);
        nobodyIsCitizenWithoutARecord();
    }

    private long count(String sql) {
        return Transactions.run(
                dataSource,
                "counting",
                connection -> Sql.query(connection, sql, row -> row.getLong(1)).get(0));
    }

    private UUID refsOf(SourceKey key) {
        return new fr.unefois.mdm.store.Citizens(dataSource).refOf(key).orElseThrow();
    }

    private static Incoming incoming(CitizenRecord record) {
        Standardised standardised = SHIPPED.standardiser().standardise(record);
        return new Incoming(record, standardised.flaws(), SHIPPED.rules().keys(standardised.record()));
    }
}
