package fr.unefois.mdm.batch.pull;

import fr.unefois.mdm.store.Runs;
import fr.unefois.mdm.store.Runs.State;
import fr.unefois.mdm.store.Sessions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The runs as the API lists them. */
final class RunLog implements AutoCloseable {
    /** Runs are kept apart by a lock, so one at most can have been killed since the last that ended. */
    private static final int LOOKED_AT = 20;

    private final Sessions sessions;
    private final Runs runs;
    private final Clock clock;

    RunLog(DataSource dataSource, Clock clock) {
        this.sessions = new Sessions(dataSource);
        this.runs = new Runs(sessions);
        this.clock = clock;
    }

    /** Runs that still seem to be at work while nobody holds the lock: they were killed, which is put on record. */
    List<Long> killed() {
        return runs.latest(LOOKED_AT).stream()
                .filter(run -> run.state() == State.RUNNING)
                .map(run -> {
                    runs.finish(run.id(), State.FAILED, run.report(), clock.instant());
                    return run.id();
                })
                .toList();
    }

    long begin(List<String> sources, String requestedBy) {
        return runs.start(sources, requestedBy, clock.instant()).id();
    }

    void end(long run, PullReport report) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        report.sources().forEach(source -> counts.put(source.source(), source.counts()));
        counts.put(
                "all", Map.of("linked", report.linked(), "citizens", report.citizens(), "toReview", report.toReview()));
        runs.finish(run, report.failures().isEmpty() ? State.DONE : State.FAILED, counts, clock.instant());
    }

    void brokeOff(long run) {
        runs.finish(run, State.FAILED, Map.of(), clock.instant());
    }

    @Override
    public void close() {
        sessions.close();
    }
}
