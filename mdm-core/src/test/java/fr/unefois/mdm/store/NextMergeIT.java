package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.bulk.BulkBase;
import fr.unefois.mdm.bulk.ForwardingBulkBase;
import fr.unefois.mdm.bulk.Relink;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.record.SourceKey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
        execute("truncate source_record, source_record_history, record_keys, run_seen, judgement, model_version, "
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
    private static final class Numbered extends ForwardingBulkBase {
        private final AtomicInteger last;

        Numbered(BulkBase base, AtomicInteger last) {
            super(base);
            this.last = last;
        }

        @Override
        public UUID newRef() {
            return new UUID(7, last.incrementAndGet());
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

    static long[] keys(Citizens citizen) {
        return SHIPPED.rules()
                .keys(SHIPPED.standardiser().standardise(citizen.build()).record());
    }

    static Citizens someone(String source, int i) {
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
                "record_keys",
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
}
