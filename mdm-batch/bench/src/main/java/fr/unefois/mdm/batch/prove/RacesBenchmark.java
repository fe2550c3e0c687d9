package fr.unefois.mdm.batch.prove;

import fr.unefois.mdm.batch.bench.Benchmark;
import fr.unefois.mdm.batch.bench.Case;
import fr.unefois.mdm.batch.bench.Goal;
import fr.unefois.mdm.batch.bench.Series;
import fr.unefois.mdm.batch.bench.Setting;
import fr.unefois.mdm.batch.bench.Unit;
import fr.unefois.mdm.batch.bench.Unmeasured;
import fr.unefois.mdm.store.Citizens;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Twins from two processes: each person arrives on all connections of both at the same instant. */
public final class RacesBenchmark implements Benchmark {
    private static final String SEVERAL = "citizens more than people";
    private static final String DEADLOCKS = "deadlocks";
    private static final int PROCESSES = 2;
    private static final int CONNECTIONS = 4;
    private static final int PEOPLE = 12_500;

    @Override
    public String name() {
        return "races";
    }

    @Override
    public String measures() {
        return PEOPLE * PROCESSES * CONNECTIONS + " arrivals: each person on " + CONNECTIONS + " connections of "
                + PROCESSES + " processes at once";
    }

    @Override
    public String lasts() {
        return "ten minutes";
    }

    @Override
    public List<String> goals() {
        return List.of("nobody is two, no deadlock");
    }

    @Override
    public void run(Setting setting, Consumer<Case> told) {
        setting.progress().accept("letting " + PEOPLE + " people arrive at once");
        try (OwnBase own = OwnBase.open()) {
            long before = new Citizens(own.dataSource()).count();
            long began = System.nanoTime();
            int arrived = 0;
            try (RacingProcess one = RacingProcess.start(own, "a", CONNECTIONS);
                    RacingProcess other = RacingProcess.start(own, "b", CONNECTIONS)) {
                for (int person = 0; person < PEOPLE; person++) {
                    one.go(person);
                    other.go(person);
                    arrived += one.arrived() + other.arrived();
                }
            }
            Series series = new Series()
                    .goal(SEVERAL, Goal.atMost(0))
                    .goal(DEADLOCKS, Goal.atMost(0))
                    .add("arrivals", Unit.COUNT, arrived)
                    .add(SEVERAL, Unit.COUNT, new Citizens(own.dataSource()).count() - before - PEOPLE)
                    .add(DEADLOCKS, Unit.COUNT, own.deadlocks())
                    .add("time", Unit.SECONDS, (System.nanoTime() - began) / 1e9);
            told.accept(new Case(
                    "each person eight times at once, from two processes",
                    "./mdm bench races",
                    series.figures(),
                    List.of("that it can fail: RacesIT and PromisesIT switch the locks off")));
        } catch (IOException e) {
            throw new Unmeasured("the processes or their base broke off", e);
        }
    }
}
