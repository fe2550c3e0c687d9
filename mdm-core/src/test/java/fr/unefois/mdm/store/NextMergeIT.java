package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Judged;
import fr.unefois.mdm.arrive.Judging;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.bulk.BulkBase;
import fr.unefois.mdm.bulk.Relink;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is built beside the tables in use is what would have been written into them. */
@ExtendWith(TestDatabase.class)
class NextMergeIT {
    private static final Walk SHIPPED = Walk.french(Map.of());

    /** Asks a steward where the shipped one links: each record becomes a citizen. */
    private static final String CAREFUL = """
            name: careful
            thresholds:
              safe: {match: 90, review: 0.5, objection: -3, rival: 4}
            """;

    private static final String[] NAMES = {"ABGRALL", "BERTHELOT", "CORRE", "DUMOULIN", "EVENOU", "FLOCH", "GUEGUEN"};

    /** By table what is compared of it; instants and transactions differ from one run to the next. */
    private static final Map<String, String> COMPARED = new LinkedHashMap<>(Map.of(
            "membership", "record, ref, past, left_ref",
            "edge", "a, b, weight",
            "citizen", "ref, version, golden, link_weight",
            "citizen_history", "ref, version, was, crosswalk, link_weight, ended",
            "ref_redirect", "ref, into_refs, kind",
            "review_task",
                    "id, version, left_ref, right_ref, left_record, right_record, weight, evidence, reason, risk,"
                            + " waiting, state, closed_at is null",
            "pending", "record",
            "change_event", "ref, kind, attributes, others, cause",
            "blocking_key", "key, record",
            "model_in_force", "one, version"));

    private final DataSource dataSource;

    NextMergeIT(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @BeforeEach
    @AfterEach
    void forget() throws SQLException {
        execute("truncate source_record, source_record_history, run_seen, judgement, model_version, "
                + String.join(", ", COMPARED.keySet()));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Map<String, List<String>> said() {
        Map<String, List<String>> said = new LinkedHashMap<>();
        Transactions.run(dataSource, "reading all", connection -> {
            for (Map.Entry<String, String> one : COMPARED.entrySet()) {
                said.put(
                        one.getKey(),
                        Sql.query(
                                connection,
                                "select concat_ws(' ', " + one.getValue() + ") from " + one.getKey() + " order by 1",
                                row -> row.getString(1)));
            }
            return "";
        });
        return said;
    }

    /** References are handed out in the same order in every run. */
    private static class Numbered implements BulkBase {
        private final BulkBase base;
        private final AtomicInteger last;

        Numbered(BulkBase base, AtomicInteger last) {
            this.base = base;
            this.last = last;
        }

        @Override
        public void records(Consumer<StoredRecord> each) {
            base.records(each);
        }

        @Override
        public Judgements judgements() {
            return base.judgements();
        }

        @Override
        public Map<UUID, Citizen> citizens(Collection<UUID> refs) {
            return base.citizens(refs);
        }

        @Override
        public Map<UUID, Long> retired(Collection<UUID> refs, Collection<SourceKey> records) {
            return base.retired(refs, records);
        }

        @Override
        public UUID newRef() {
            return new UUID(7, last.incrementAndGet());
        }

        @Override
        public void apply(Iterator<Resolution> resolutions) {
            base.apply(resolutions);
        }

        @Override
        public void apply(Iterator<Resolution> resolutions, Supplier<Iterator<Keyed>> keys) {
            base.apply(resolutions, keys);
        }
    }

    private Map<String, List<String>> link(String model, boolean beside, AtomicInteger last) {
        Walk walk = SHIPPED.with(model);
        Models.Target target = new Models.Target(walk.model().version(), model, walk);
        PostgresBulkBase bulk = new PostgresBulkBase(dataSource, target, false, beside ? 0 : Long.MAX_VALUE);
        new Relink(new Numbered(bulk, last), walk).run(new Progress.Silence());
        return said();
    }

    /** Everybody twice, and one in three waits to be linked with a third record. */
    private void fill() {
        Models models = Models.open(dataSource, SHIPPED, "");
        Arrivals arrivals = new Arrivals(new PostgresBase(dataSource), models);
        List<Incoming> waiting = new ArrayList<>();
        for (int i = 0; i < NAMES.length; i++) {
            for (String source : List.of("eau", "cantine")) {
                arrivals.arrive(someone(source, i).build());
            }
            if (i % 3 == 0) {
                waiting.add(Samples.incoming(
                        someone("portail", i).phones("0612345678").build(), keys(someone("portail", i))));
            }
        }
        assertThat(new Intake(dataSource).put(1, waiting, false).news()).isEqualTo(waiting.size());
    }

    private static long[] keys(Citizens citizen) {
        return SHIPPED.rules()
                .keys(SHIPPED.standardiser().standardise(citizen.build()).record());
    }

    private static Citizens someone(String source, int i) {
        return Citizens.linh(source, "n" + i)
                .birthName(NAMES[i])
                .birthDate("19" + (50 + i) + "-03-1" + i)
                .emails("n" + i + "@example.org");
    }

    @Test
    void isTheSameThroughAModelChangeAndBack() throws SQLException {
        fill();
        List<String> kept = List.of(
                "source_record",
                "membership",
                "edge",
                "citizen",
                "citizen_history",
                "ref_redirect",
                "review_task",
                "pending",
                "change_event",
                "blocking_key",
                "model_version",
                "model_in_force");
        for (String table : kept) {
            execute("create table kept_" + table + " as table " + table);
        }
        AtomicInteger last = new AtomicInteger();
        List<Map<String, List<String>>> inPlace =
                List.of(link("", false, last), link(CAREFUL, false, last), link("", false, last));
        assertThat(inPlace.get(0).get("pending")).isEmpty();
        assertThat(inPlace.get(0).get("citizen")).hasSize(NAMES.length);
        assertThat(inPlace.get(1).get("citizen")).hasSize(2 * NAMES.length + 3);
        assertThat(inPlace.get(2).get("ref_redirect")).isNotEmpty();

        forget();
        for (String table : kept) {
            execute("insert into " + table + (table.equals("citizen_history") ? "" : " overriding system value")
                    + " select * from kept_" + table + "; drop table kept_" + table);
        }
        last.set(0);
        assertThat(link("", true, last)).as("what waited").isEqualTo(inPlace.get(0));
        assertThat(link(CAREFUL, true, last)).as("another model").isEqualTo(inPlace.get(1));
        assertThat(link("", true, last)).as("and back").isEqualTo(inPlace.get(2));
    }

    @Test
    void whoReadsWhileTablesChangePlacesMissesNobody() {
        fill();
        Histories histories = new Histories(dataSource);
        SourceKey key = new SourceKey("eau", "n1");
        UUID ref = new fr.unefois.mdm.store.Citizens(dataSource).refOf(key).orElseThrow();
        AtomicBoolean goes = new AtomicBoolean(true);
        List<CompletableFuture<Long>> readers = new ArrayList<>();
        PostgresBase base = new PostgresBase(dataSource);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        readers.add(CompletableFuture.supplyAsync(
                () -> {
                    long read = 0;
                    for (; goes.get(); read++) {
                        List<StoredRecord> found = base.read(session -> session.records(ref));
                        assertThat(found).isNotEmpty();
                    }
                    return read;
                },
                threads));
        readers.add(CompletableFuture.supplyAsync(
                () -> {
                    long read = 0;
                    for (; goes.get(); read++) {
                        assertThat(histories.at(ref, Instant.now().plusSeconds(60)))
                                .isPresent();
                    }
                    return read;
                },
                threads));
        AtomicInteger last = new AtomicInteger();
        try {
            for (int time = 0; time < 12; time++) {
                link("", true, last);
            }
        } finally {
            goes.set(false);
            threads.shutdown();
        }
        assertThat(readers).allSatisfy(reader -> assertThat(reader.join()).isPositive());
    }

    /** A link with somebody who writes once the records are read, and somebody once the tables beside have been looked at. */
    private void link(Runnable meanwhile, Runnable between) {
        String seen = Transactions.run(dataSource, "looking", Sql::snapshot);
        BulkBase bulk = new Numbered(new PostgresBulkBase(dataSource), new AtomicInteger()) {
            @Override
            public void apply(Iterator<Resolution> resolutions, Supplier<Iterator<Keyed>> keys) {
                WaitingKeys.index(dataSource);
                Transactions.run(dataSource, "linking", connection -> {
                    assertThat(NextTables.asOwner(connection)).isTrue();
                    BulkStaging staging = new BulkStaging(connection);
                    while (resolutions.hasNext()) {
                        staging.add(resolutions.next());
                    }
                    long ignored = staging.finish();
                    new NextMerge(connection, false).run(seen, between::run, () -> {});
                    return "";
                });
            }
        };
        new Relink(new Meanwhile(bulk, meanwhile), SHIPPED).run(new Progress.Silence());
    }

    private long count(String sql) {
        return Transactions.run(
                dataSource,
                "counting",
                connection -> Sql.query(connection, sql, row -> row.getLong(1)).get(0));
    }

    @Test
    void whoComesAndGoesWhileTheTablesAreBuiltIsGone() {
        Arrivals arrivals = new Arrivals(new PostgresBase(dataSource), SHIPPED);
        SourceKey guest = new SourceKey("cantine", "n2");
        arrivals.arrive(someone("eau", 1).build());
        UUID[] ref = new UUID[1];
        link(
                () -> ref[0] = arrivals.arrive(Citizens.record("cantine", "n2")
                                .birthName("ZWICKER")
                                .givenNames("Wim")
                                .birthDate("1950-01-02")
                                .emails("wim@example.org")
                                .build())
                        .refs()
                        .get(0),
                () -> arrivals.depart(guest));
        assertThat(new fr.unefois.mdm.store.Citizens(dataSource).find(ref[0])).isInstanceOf(Found.Gone.class);
        assertThat(count("select count(*) from citizen")).isEqualTo(1);
        for (String of : List.of("membership", "pending")) {
            assertThat(count("select count(*) from " + of + " m where not exists"
                            + " (select from source_record s where s.id = m.record)"))
                    .as(of)
                    .isZero();
        }
    }

    @Test
    void whoIsToBeLinkedAgainIsSoHoweverOftenOneLooks() {
        Arrivals arrivals = new Arrivals(new PostgresBase(dataSource), SHIPPED);
        SourceKey came = new SourceKey("cantine", "n1");
        SourceKey stranger = new SourceKey("eau", "n4");
        arrivals.arrive(someone("eau", 4).build());
        new Intake(dataSource)
                .put(1, List.of(Samples.incoming(someone("portail", 1).build(), keys(someone("portail", 1)))), false);
        link(
                () -> arrivals.arrive(someone("cantine", 1).build()),
                () -> assertThat(new Judging(new PostgresBase(dataSource), SHIPPED)
                                .judge(new Judgement(
                                        came, stranger, Judgement.Verdict.DIFFERENT, "agent-7", Instant.EPOCH, null)))
                        .isInstanceOf(Judged.Kept.class));
        assertThat(new Intake(dataSource).pending(9))
                .extracting(one -> one.record().key())
                .contains(came);
        for (StoredRecord waiting : new Intake(dataSource).pending(9)) {
            arrivals.settle(waiting.record().key());
        }
        fr.unefois.mdm.store.Citizens citizens = new fr.unefois.mdm.store.Citizens(dataSource);
        assertThat(citizens.refOf(came)).isEqualTo(citizens.refOf(new SourceKey("portail", "n1")));
    }
}
