package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Base;
import fr.unefois.mdm.arrive.Crowd;
import fr.unefois.mdm.arrive.MemoryBase;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many at the same instant, by the whole walk: nobody is two, and everybody is who they would be one by one. */
@ExtendWith(TestDatabase.class)
class RacesIT {
    private static final int CONNECTIONS = 8;
    private static final int CITIZENS = Integer.getInteger("mdm.races.citizens", 40);
    private static final Walk WALK = Walk.french(Map.of());

    private final DataSource dataSource;
    private final Base base;
    private final Citizens citizens;

    RacesIT(DataSource dataSource) {
        this.dataSource = dataSource;
        this.base = new PostgresBase(dataSource);
        this.citizens = new Citizens(dataSource);
    }

    @BeforeEach
    void forget() {
        int done = Transactions.run(
                dataSource,
                "forgetting",
                connection -> Sql.update(
                        connection,
                        "truncate source_record, pending, record_keys, blocking_key, membership, edge, citizen, review_task,"
                                + " change_event, citizen_history, ref_redirect, source_record_history, run_seen"));
        assertThat(done).isZero();
    }

    @Test
    void everyCitizenWhoArrivesEightTimesAtOnceIsOne() throws Exception {
        twinsArrive(base);
        assertThat(citizens.count()).isEqualTo(CITIZENS);
    }

    /** What shows that the test above can fail. */
    @Test
    void withTheLocksSwitchedOffTheyWouldBeSeveral() throws Exception {
        twinsArrive(MeddledBase.unlocked(base));
        assertThat(citizens.count()).isGreaterThan(CITIZENS);
    }

    private static void twinsArrive(Base base) throws Exception {
        Arrivals arrivals = new Arrivals(base, WALK);
        CyclicBarrier together = new CyclicBarrier(CONNECTIONS);
        atOnce(connection -> {
            for (int citizen = 0; citizen < CITIZENS; citizen++) {
                int arrived = together.await();
                assertThat(arrived).isLessThan(CONNECTIONS);
                arrivals.arrive(Crowd.stranger(citizen, "s" + connection));
            }
            return "done";
        });
    }

    /** A crowd in which nearly everybody hangs together: its components grow from all ends at once. */
    @Test
    void aCrowdThatComesFromAllSidesAtOnceIsWhoItWouldBeOneByOne() throws Exception {
        for (int seed = 0; seed < 3; seed++) {
            forget();
            List<CitizenRecord> records = Crowd.of(new Random(seed));
            MemoryBase oneByOne = new MemoryBase();
            Arrivals single = new Arrivals(oneByOne, WALK);
            records.forEach(single::arrive);
            Arrivals arrivals = new Arrivals(base, WALK);
            atOnce(connection -> {
                for (int i = connection; i < records.size(); i += CONNECTIONS) {
                    arrivals.arrive(records.get(i));
                }
                return "done";
            });
            assertThat(clusters()).as("seed %d", seed).isEqualTo(oneByOne.clusters());
        }
    }

    private List<List<SourceKey>> clusters() {
        record Member(UUID ref, SourceKey key) {}
        List<Member> members = Transactions.run(
                dataSource,
                "reading",
                connection -> Sql.query(
                        connection,
                        "select m.ref, s.source, s.source_id from membership m join source_record s on s.id = m.record",
                        row -> new Member(row.getObject("ref", UUID.class), Rows.key(row))));
        Map<UUID, List<SourceKey>> clusters = members.stream()
                .collect(Collectors.groupingBy(
                        Member::ref, TreeMap::new, Collectors.mapping(Member::key, Collectors.toList())));
        return clusters.values().stream()
                .map(keys -> keys.stream().sorted().toList())
                .sorted((one, other) -> one.get(0).compareTo(other.get(0)))
                .toList();
    }

    private interface Work {
        String by(int connection) throws Exception;
    }

    private static void atOnce(Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Callable<String>> all = new ArrayList<>();
            IntStream.range(0, CONNECTIONS).forEach(connection -> all.add(() -> work.by(connection)));
            for (Future<String> one : threads.invokeAll(all)) {
                assertThat(one.get()).isEqualTo("done");
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
