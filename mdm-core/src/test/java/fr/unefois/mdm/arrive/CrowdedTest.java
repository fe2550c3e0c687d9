package fr.unefois.mdm.arrive;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.bulk.Relink;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Namesakes that all hang together, more than are resolved anew as a whole when one of them changes. */
class CrowdedTest {
    private static final Walk WALK = Walk.french(Map.of());
    private static final int SEEDS = 8;
    private static final int CROWDS = 5;

    private final List<CitizenRecord> records = new ArrayList<>();

    private MemoryBase bulk(int seed) {
        records.clear();
        for (int crowd = 0; crowd < CROWDS; crowd++) {
            for (CitizenRecord one : Crowd.of(new Random(CROWDS * seed + crowd))) {
                records.add(as(one, one.key().source(), crowd + "-" + one.key().id()));
            }
        }
        return linked(records);
    }

    private static MemoryBase linked(List<CitizenRecord> records) {
        MemoryBase base = new MemoryBase();
        records.forEach(record -> base.put(
                record,
                List.of(),
                WALK.rules().keys(WALK.standardiser().standardise(record).record())));
        new Relink(base, WALK).run(new Progress.Silence());
        return base;
    }

    private static CitizenRecord as(CitizenRecord record, String source, String id) {
        return new CitizenRecord(new SourceKey(source, id), record.asOf(), record.values());
    }

    /** Who is together with whom, whatever the copies. */
    private static Set<List<SourceKey>> without(SourceKey copy, MemoryBase base) {
        Set<List<SourceKey>> clusters = new HashSet<>();
        base.clusters().forEach(cluster -> {
            List<SourceKey> rest =
                    cluster.stream().filter(key -> !key.equals(copy)).toList();
            if (!rest.isEmpty()) {
                clusters.add(rest);
            }
        });
        return clusters;
    }

    @Test
    void anArrivalConcernsThoseNearestAloneAndLeavesTheEdgesThatTheWholeWouldHave() {
        int crowded = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            MemoryBase base = bulk(seed);
            CitizenRecord copy = as(records.get(seed), "s9", "copy");
            crowded += base.reached(records.get(seed).key()) > Base.Session.MOST_TOGETHER ? 1 : 0;
            Set<List<SourceKey>> before = without(copy.key(), base);

            new Arrivals(base, WALK).arrive(copy);

            assertThat(base.held()).as("seed %d", seed).hasSizeLessThanOrEqualTo(Base.Session.MOST_TOGETHER);
            assertThat(without(copy.key(), base))
                    .as("seed %d: clusters that it does not concern", seed)
                    .containsAll(before.stream()
                            .filter(cluster -> cluster.stream().noneMatch(base.held()::contains))
                            .toList());
            List<CitizenRecord> all = new ArrayList<>(records);
            all.add(copy);
            assertThat(base.edges()).as("seed %d", seed).isEqualTo(linked(all).edges());
        }
        assertThat(crowded).as("seeds that were crowded").isGreaterThan(SEEDS / 2);
    }

    @Test
    void aCopyThatComesAndGoesLeavesEverybodyInOneCitizen() {
        for (int seed = 0; seed < SEEDS; seed++) {
            MemoryBase base = bulk(seed);
            Set<Resolution.Edge> edges = base.edges();
            CitizenRecord copy = as(records.get(seed), "s9", "copy");
            Arrivals arrivals = new Arrivals(base, WALK);
            arrivals.arrive(copy);
            arrivals.depart(copy.key());

            assertThat(base.edges()).as("seed %d", seed).isEqualTo(edges);
            assertThat(base.clusters().stream().flatMap(List::stream))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(
                            records.stream().map(CitizenRecord::key).toList());
        }
    }
}
