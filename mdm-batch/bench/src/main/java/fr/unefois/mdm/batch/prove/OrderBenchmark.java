package fr.unefois.mdm.batch.prove;

import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.batch.bench.Benchmark;
import fr.unefois.mdm.batch.bench.Case;
import fr.unefois.mdm.batch.bench.Goal;
import fr.unefois.mdm.batch.bench.Series;
import fr.unefois.mdm.batch.bench.Setting;
import fr.unefois.mdm.batch.bench.Unit;
import fr.unefois.mdm.batch.bench.Unmeasured;
import fr.unefois.mdm.store.PostgresBase;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The first promise, as often as it takes to believe it. */
public final class OrderBenchmark implements Benchmark {
    private static final String UNLIKE = "orders that came to something else";
    private static final int ORDERS = 10_000;

    @Override
    public String name() {
        return "order";
    }

    @Override
    public String measures() {
        return "shuffled orders of arrivals, corrections, deletions and judgements against one bulk load";
    }

    @Override
    public String lasts() {
        return "half an hour";
    }

    @Override
    public List<String> goals() {
        return List.of(ORDERS + " orders, none of which comes to other clusters or golden values");
    }

    @Override
    public void run(Setting setting, Consumer<Case> told) {
        OrderDoesNotMatter promise = new OrderDoesNotMatter();
        setting.progress().accept("playing " + ORDERS + " orders");
        try (OwnBase own = OwnBase.open()) {
            long began = System.nanoTime();
            Ground ground = new Ground(
                    own.dataSource(),
                    new PostgresBase(own.dataSource()),
                    Walk.french(Map.of()),
                    ORDERS / OrderDoesNotMatter.LEAST);
            OrderDoesNotMatter.Played played = promise.play(ground);
            Series series = new Series()
                    .goal("orders", Goal.atLeast(ORDERS))
                    .goal(UNLIKE, Goal.atMost(0))
                    .add("orders", Unit.COUNT, played.orders())
                    .add("steps", Unit.COUNT, played.steps())
                    .add(UNLIKE, Unit.COUNT, played.unlike())
                    .add("time", Unit.SECONDS, (System.nanoTime() - began) / 1e9);
            told.accept(new Case(
                    "people who nearly are each other, one record at a time, in the embedded PostgreSQL",
                    "./mdm bench order",
                    series.figures(),
                    List.of("each order is played in a transaction that is undone")));
        } catch (IOException e) {
            throw new Unmeasured("no base of its own could be opened or removed", e);
        }
    }
}
