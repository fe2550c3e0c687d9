package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.unefois.mdm.access.Access;
import fr.unefois.mdm.access.Alarm;
import fr.unefois.mdm.access.AuditCheck.Verdict;
import fr.unefois.mdm.access.AuditSeal;
import fr.unefois.mdm.access.Digest;
import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.record.Attribute;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class AuditIT {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00.123456Z");
    private static final Instant NOTHING_YET = Instant.EPOCH;
    private static final UUID CITIZEN = new UUID(7, 7);

    private final DataSource dataSource;
    private final AuditStore store;

    AuditIT(DataSource dataSource) {
        this.dataSource = dataSource;
        this.store = new AuditStore(dataSource);
    }

    @BeforeEach
    void empty() throws SQLException {
        execute("truncate access_audit, audit_chain, audit_seal, audit_segment");
    }

    @Test
    void givesBackWhatItKeptLatestFirst() {
        PostgresAudit audit = new PostgresAudit(dataSource);
        Access first = access(NOW, CITIZEN, "agent \uD800 with half a letter");
        audit.record(List.of(first, access(NOW, new UUID(1, 1), null)));
        audit.record(List.of(access(NOW.plusSeconds(1), CITIZEN, null)));
        assertThat(audit.of(CITIZEN, 10))
                .extracting(Access::at, Access::agent)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(NOW.plusSeconds(1), null),
                        org.assertj.core.groups.Tuple.tuple(NOW, "agent \uFFFD with half a letter"));
        assertThat(audit.of(CITIZEN, 1)).hasSize(1);
        assertThat(verify().faults()).isEmpty();
    }

    @Test
    void callsThatComeTogetherAreEachInTheChainOnce() throws InterruptedException, ExecutionException {
        PostgresAudit audit = new PostgresAudit(dataSource);
        ExecutorService callers = Executors.newFixedThreadPool(16);
        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            UUID citizen = new UUID(1, i);
            calls.add(callers.submit(() -> audit.record(List.of(access(NOW, citizen, null)))));
        }
        for (Future<?> call : calls) {
            call.get();
        }
        callers.shutdown();
        assertThat(verify()).isEqualTo(new Verdict(400, 0, 1, 0, List.of()));
    }

    @Test
    void processesHaveChainsOfTheirOwnThatOneSealJoins() {
        Map<Long, Digest> exported = filled();
        assertThat(exported).hasSize(3);
        assertThat(store.seal(NOW)).isEmpty();
        assertThat(store.sealsAfter(1)).extracting(AuditSeal::no).containsExactly(2L, 3L);
        assertThat(store.verify(exported, NOTHING_YET)).isEqualTo(new Verdict(60, 0, 2, 3, List.of()));
    }

    @Test
    void withoutARowThereIsNoAnswerAndTheNextOneBeginsAChain() throws SQLException {
        PostgresAudit audit = new PostgresAudit(dataSource);
        audit.record(List.of(access(NOW, CITIZEN, null)));
        execute("alter table access_audit rename to out_of_reach");
        try {
            assertThatThrownBy(() -> audit.record(List.of(access(NOW, CITIZEN, null))))
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageContaining("no row, no data");
        } finally {
            execute("alter table out_of_reach rename to access_audit");
        }
        audit.record(List.of(access(NOW, CITIZEN, null)));
        assertThat(verify()).isEqualTo(new Verdict(2, 0, 2, 0, List.of()));
    }

    @Test
    void whatIsChangedInTheDatabaseIsDetected() throws SQLException {
        Map<Long, Digest> exported = filled();
        Random random = new Random(6);
        List<String> changes = List.of(
                "update access_audit set %s where %s",
                "delete from access_audit where %s",
                "update access_audit a set citizen = gen_random_uuid() where %s",
                "update access_audit a set operation = 'NO_SUCH' where %s",
                "update audit_chain set seq = seq - 1 where chain = (select chain from access_audit where %s)",
                "delete from audit_chain where chain = (select chain from access_audit where %s)",
                "update audit_segment set to_seq = to_seq + 1 where chain = (select chain from access_audit where %s)",
                "update audit_segment set purged_at = now() where chain = (select chain from access_audit where %s)",
                "delete from audit_seal where no = (select 1 + seq %% 3 from access_audit where %s)",
                "update audit_seal set at = at + interval '1 second' where no = (select 1 + seq %% 3 from access_audit"
                        + " where %s)");
        List<String> fields = List.of(
                "at = at - interval '1 microsecond'",
                "client = 'x'",
                "agent = case when agent is null then '' end",
                "on_behalf_of = citizen",
                "contract_version = contract_version || ' '",
                "purpose = purpose || 'x'",
                "operation = 'WRITE'",
                "attributes = attributes || '{phones}'",
                "attributes = attributes || null::text",
                "attributes = array[attributes, attributes]",
                "seq = seq + 1000",
                "hash = sha256(hash)");
        for (int i = 0; i < 120; i++) {
            String row = "ctid = (select ctid from access_audit order by chain, seq offset " + random.nextInt(60)
                    + " limit 1)";
            String change = changes.get(i % changes.size());
            String sql = i % changes.size() == 0
                    ? change.formatted(fields.get(i / changes.size() % fields.size()), row)
                    : change.formatted(row);
            assertThat(afterwards(sql, exported).intact()).as(sql).isFalse();
        }
        assertThat(store.verify(exported, NOTHING_YET).faults()).isEmpty();
    }

    @Test
    void purgesAlarmsOfBeforeAnInstantAlone() {
        PostgresAlarms alarms = new PostgresAlarms(dataSource);
        alarms.ring(new Alarm(NOW.minusSeconds(1), "portal", "portal", Alarm.Kind.MISSES, 3));
        alarms.ring(new Alarm(NOW, "portal", "portal", Alarm.Kind.MISSES, 4));
        assertThat(store.purgeAlarms(NOW)).isEqualTo(1);
        assertThat(store.purgeAlarms(NOW)).isZero();
        assertThat(store.purgeAlarms(NOW.plusSeconds(1))).isEqualTo(1);
    }

    @Test
    void purgesWhatWasSealedLongAgoAndTheRestStillVerifies() {
        Map<Long, Digest> exported = filled();
        int purged = store.purge(NOW.plusSeconds(61), NOW.plusSeconds(1000));
        assertThat(purged).isEqualTo(40);
        assertThat(store.verify(exported, NOW.plusSeconds(61))).isEqualTo(new Verdict(20, 40, 2, 3, List.of()));
        assertThat(store.verify(exported, NOTHING_YET).intact()).isFalse();
        assertThat(store.purge(NOW.plusSeconds(1000), NOW.plusSeconds(1000))).isEqualTo(20);
        assertThat(store.verify(exported, NOW.plusSeconds(1000)).faults()).isEmpty();
    }

    /** Two processes, three minutes, twenty rows a minute. */
    private Map<Long, Digest> filled() {
        List<PostgresAudit> processes = List.of(new PostgresAudit(dataSource), new PostgresAudit(dataSource));
        Map<Long, Digest> exported = new TreeMap<>();
        for (int minute = 0; minute < 3; minute++) {
            for (PostgresAudit process : processes) {
                for (int i = 0; i < 10; i++) {
                    process.record(List.of(access(NOW.plusSeconds(i), new UUID(minute, i), i % 2 == 0 ? null : "a")));
                }
            }
            AuditSeal seal = store.seal(NOW.plusSeconds(60L * minute)).orElseThrow();
            exported.put(seal.no(), seal.root());
        }
        return exported;
    }

    /** What a verification finds after the change; the change is taken back. */
    private Verdict afterwards(String sql, Map<Long, Digest> exported) throws SQLException {
        List<String> tables = List.of("access_audit", "audit_chain", "audit_seal", "audit_segment");
        for (String table : tables) {
            execute("create table saved_" + table + " as table " + table);
        }
        execute(sql);
        Verdict verdict = store.verify(exported, NOTHING_YET);
        for (String table : tables) {
            execute("truncate " + table);
            execute("insert into " + table + " table saved_" + table);
            execute("drop table saved_" + table);
        }
        return verdict;
    }

    private Verdict verify() {
        return store.verify(Map.of(), NOTHING_YET);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Access access(Instant at, UUID citizen, @org.jspecify.annotations.Nullable String agent) {
        return new Access(
                at,
                "portal",
                agent,
                null,
                "portail",
                "v1",
                "prefill",
                Operation.READ,
                citizen,
                Set.of(Attribute.BIRTH_NAME, Attribute.EMAILS));
    }
}
