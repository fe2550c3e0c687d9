package fr.unefois.mdm.batch.prove;

import fr.unefois.mdm.batch.bench.Benchmark;
import fr.unefois.mdm.batch.bench.Case;
import fr.unefois.mdm.batch.bench.Goal;
import fr.unefois.mdm.batch.bench.Series;
import fr.unefois.mdm.batch.bench.Setting;
import fr.unefois.mdm.batch.bench.TownSize;
import fr.unefois.mdm.batch.bench.Unit;
import fr.unefois.mdm.batch.bench.Unmeasured;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** The feed of changes, read by a consumer that is killed again and again while transactions overlap. */
public final class EventsBenchmark implements Benchmark {
    private static final String TWICE = "applied twice";
    private static final String MISSING = "missing";
    private static final String DISORDERED = "applied before an earlier one of the same citizen";
    private static final String MUTANT = "missed by one that polls by sequence";
    private static final int EVENTS = 10_000_000;
    private static final int FEW = 1_000_000;
    private static final int KILLS = 50;

    @Override
    public String name() {
        return "events";
    }

    @Override
    public String measures() {
        return "ten million events of overlapping transactions, read by a consumer with an inbox that is killed "
                + KILLS + " times; --size metropole: " + FEW;
    }

    @Override
    public String lasts() {
        return "half an hour";
    }

    @Override
    public List<String> goals() {
        return List.of("each event applied exactly once, in its citizen's order, none missing");
    }

    @Override
    public void run(Setting setting, Consumer<Case> told) {
        int events = setting.data().size() == TownSize.METROPOLE ? FEW : EVENTS;
        setting.progress().accept("writing and following " + events + " events");
        try (OwnBase own = OwnBase.open()) {
            told.accept(measured(own, events, setting.progress()));
        } catch (IOException | SQLException e) {
            throw new Unmeasured("the consumer or its base broke off", e);
        }
    }

    private static Case measured(OwnBase own, int events, Consumer<String> progress) throws IOException, SQLException {
        Inbox.create(own.dataSource());
        EventWriters writers = new EventWriters(own.dataSource(), events);
        SequencePoller mutant = new SequencePoller(own.dataSource());
        long began = System.nanoTime();
        writers.start();
        mutant.start();
        KilledFollower follower = new KilledFollower(own, events, KILLS, progress);
        follower.run(writers);
        double seconds = (System.nanoTime() - began) / 1e9;
        mutant.end();
        Inbox.Outcome outcome = Inbox.outcome(own.dataSource());
        Series series = new Series()
                .goal(TWICE, Goal.atMost(0))
                .goal(MISSING, Goal.atMost(0))
                .goal(DISORDERED, Goal.atMost(0))
                .goal(MUTANT, Goal.atLeast(1))
                .add("events", Unit.COUNT, outcome.written())
                .add("kills", Unit.COUNT, follower.kills())
                .add("read again after a kill", Unit.COUNT, outcome.repeated())
                .add(TWICE, Unit.COUNT, outcome.twice())
                .add(MISSING, Unit.COUNT, outcome.missing())
                .add(DISORDERED, Unit.COUNT, outcome.disordered())
                .add(MUTANT, Unit.COUNT, outcome.written() - mutant.seen())
                .add("events a second", Unit.PER_SECOND, events / seconds);
        return new Case(
                "a consumer of the feed, killed " + follower.kills()
                        + " times, four writers whose transactions overlap",
                "./mdm bench events",
                series.figures(),
                List.of("webhooks: `./mdm bench webhooks`"));
    }
}
