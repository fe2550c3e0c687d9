package fr.unefois.mdm.arrive;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.bulk.Relink;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.record.CitizenRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The first promise: order does not matter. */
class OrderTest {
    private static final Walk WALK = Walk.french(Map.of());
    private static final int SEEDS = Integer.getInteger("mdm.order.seeds", 6);
    private static final int ORDERS = Integer.getInteger("mdm.order.orders", 3);

    @Test
    void anyOrderComesToTheSameClustersAndGoldenValuesAsTheBulkWalk() {
        for (int seed = 0; seed < 20; seed++) {
            List<CitizenRecord> records = Crowd.of(new Random(seed));
            MemoryBase bulk = new MemoryBase();
            records.forEach(record -> bulk.put(
                    record,
                    List.of(),
                    WALK.rules().keys(WALK.standardiser().standardise(record).record())));
            new Relink(bulk, WALK).run(new Progress.Silence());

            Random random = new Random(1000L + seed);
            for (int order = 0; order < 3; order++) {
                List<CitizenRecord> shuffled = new ArrayList<>(records);
                Collections.shuffle(shuffled, random);
                MemoryBase single = new MemoryBase();
                Arrivals arrivals = new Arrivals(single, WALK);
                shuffled.forEach(arrivals::arrive);

                assertThat(single.clusters()).as("seed %d", seed).isEqualTo(bulk.clusters());
                assertThat(single.goldens()).as("seed %d", seed).isEqualTo(bulk.goldens());
            }
        }
    }

    /**
     * Versions of one record keep their order, and so do judgements, each after its records have come; everything else is
     * mixed at will: the end is what a bulk load of the last versions under the same judgements comes to.
     */
    @Test
    void updatesDeletionsAndJudgementsMixedInComeToTheSame() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Lives lives = Lives.of(Crowd.of(new Random(seed)), Crowd.of(new Random(500L + seed)), new Random(seed));
            MemoryBase bulk = new MemoryBase();
            lives.last()
                    .forEach(record -> bulk.put(
                            record,
                            List.of(),
                            WALK.rules()
                                    .keys(WALK.standardiser()
                                            .standardise(record)
                                            .record())));
            lives.judgements().forEach(bulk::put);
            new Relink(bulk, WALK).run(new Progress.Silence());
            Random random = new Random(2000L + seed);
            for (int order = 0; order < ORDERS; order++) {
                MemoryBase single = new MemoryBase();
                lives.play(new Arrivals(single, WALK), new Judging(single, WALK), random);
                assertThat(single.clusters()).as("seed %d", seed).isEqualTo(bulk.clusters());
                assertThat(single.goldens()).as("seed %d", seed).isEqualTo(bulk.goldens());
            }
        }
    }

    @Test
    void departuresLeaveWhatWouldHaveBeenWithoutThem() {
        List<CitizenRecord> records = Crowd.of(new Random(77));
        MemoryBase without = new MemoryBase();
        Arrivals never = new Arrivals(without, WALK);
        records.subList(0, 30).forEach(never::arrive);

        MemoryBase with = new MemoryBase();
        Arrivals arrivals = new Arrivals(with, WALK);
        List<CitizenRecord> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, new Random(3));
        shuffled.forEach(arrivals::arrive);
        records.subList(30, records.size()).forEach(record -> arrivals.depart(record.key()));

        assertThat(with.clusters()).isEqualTo(without.clusters());
        assertThat(with.goldens()).isEqualTo(without.goldens());
    }
}
