package fr.unefois.mdm.batch.prove;

import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Base;
import fr.unefois.mdm.arrive.Judging;
import fr.unefois.mdm.golden.GoldenRecord;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Promise 1. Each order is played in a transaction that is undone, so that the next begins with an empty base. */
final class OrderDoesNotMatter implements Promise {
    private static final int CROWDS = 5;
    private static final int RECORDS = 30;
    private static final int ORDERS = 10;

    /** How many orders are played where nothing is played more than once. */
    static final int LEAST = CROWDS * ORDERS;

    @Override
    public String words() {
        return "Order does not matter";
    }

    /** @param unlike how many orders came to other clusters or values than the bulk load */
    record Played(int orders, int steps, int unlike) {}

    @Override
    public Finding tryOn(Ground ground) {
        Played played = play(ground);
        return new Finding(
                "%,d shuffled orders, %,d arrivals, corrections, deletions and judgements"
                        .formatted(played.orders, played.steps),
                played.unlike == 0
                        ? "each came to the clusters and values of the bulk load"
                        : played.unlike + " came to other clusters or values than the bulk load",
                played.unlike == 0);
    }

    Played play(Ground ground) {
        int orders = 0;
        int steps = 0;
        int unlike = 0;
        for (int crowd = 0; crowd < CROWDS; crowd++) {
            Lives lives = Lives.of(RECORDS, new Random(crowd));
            Map<List<SourceKey>, GoldenRecord> atOnce = BulkLoad.of(lives.last(), lives.judgements(), ground.walk());
            for (int order = 0; order < ORDERS * ground.times(); order++) {
                Random random = new Random(1000L * crowd + order);
                if (!played(lives, random, ground).equals(atOnce)) {
                    unlike++;
                }
                orders++;
                steps += lives.steps();
            }
        }
        return new Played(orders, steps, unlike);
    }

    private static Map<List<SourceKey>, GoldenRecord> played(Lives lives, Random random, Ground ground) {
        return ground.base().rehearse(session -> {
            Base base = new OneTransaction(session);
            lives.play(new Arrivals(base, ground.walk()), new Judging(base, ground.walk()), random);
            return goldens(lives.last(), session);
        });
    }

    private static Map<List<SourceKey>, GoldenRecord> goldens(List<CitizenRecord> records, Base.Session session) {
        Set<UUID> refs = new HashSet<>();
        records.forEach(record -> session.record(record.key()).ifPresent(stored -> refs.add(stored.ref())));
        Map<List<SourceKey>, GoldenRecord> goldens = new HashMap<>();
        session.citizens(refs)
                .values()
                .forEach(citizen -> goldens.put(citizen.golden().crosswalk(), citizen.golden()));
        return goldens;
    }
}
