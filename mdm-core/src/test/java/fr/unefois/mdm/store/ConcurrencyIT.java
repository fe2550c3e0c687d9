package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.record.CitizenRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class ConcurrencyIT {
    private static final int THREADS = 8;
    private static final int CITIZENS = 50;

    private final PostgresBase base;
    private final Citizens citizens;

    ConcurrencyIT(DataSource dataSource) {
        base = new PostgresBase(dataSource);
        citizens = new Citizens(dataSource);
    }

    /** The walk in small: whoever shares a key is one. */
    private UUID arrive(String id, long... keys) {
        CitizenRecord record = Samples.record(id, "SAME");
        return base.write(session -> {
            session.lock(keys);
            List<StoredRecord> met = session.meeting(keys);
            UUID ref = met.stream()
                    .map(StoredRecord::ref)
                    .filter(known -> known != null)
                    .findFirst()
                    .orElseGet(session::newRef);
            session.put(record, List.of(), keys);
            List<CitizenRecord> all = new ArrayList<>();
            met.forEach(stored -> all.add(stored.record()));
            all.add(record);
            session.apply(Samples.together(ref, all.size(), all.toArray(CitizenRecord[]::new)));
            return ref;
        });
    }

    @Test
    void recordsThatArriveAtOnceUnderOneKeyBecomeOneCitizen() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CyclicBarrier together = new CyclicBarrier(THREADS);
        try {
            for (int citizen = 0; citizen < CITIZENS; citizen++) {
                long key = 1_000L + citizen;
                List<Callable<UUID>> arrivals = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    String id = citizen + "-" + thread;
                    // Each has another order of keys, which would deadlock if they were not sorted.
                    long[] keys = thread % 2 == 0 ? new long[] {key, -key} : new long[] {-key, key};
                    arrivals.add(() -> {
                        int arrived = together.await();
                        assertThat(arrived).isBetween(0, THREADS);
                        return arrive(id, keys);
                    });
                }
                List<UUID> refs = new ArrayList<>();
                for (Future<UUID> arrival : threads.invokeAll(arrivals)) {
                    refs.add(arrival.get());
                }
                assertThat(refs).containsOnly(refs.get(0));
                assertThat(citizens.records(refs.get(0))).hasSize(THREADS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(citizens.count()).isEqualTo(CITIZENS);
    }
}
