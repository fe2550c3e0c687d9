package fr.unefois.mdm.store;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/** The pulls: asked for, running, ended, with their reports. */
public final class Runs {
    public enum State {
        REQUESTED,
        RUNNING,
        DONE,
        FAILED,
        STOPPED
    }

    /**
     * One pull.
     *
     * @param sources the names of those to pull; empty for all
     * @param report by source, by what was counted ({@code read}, {@code new}, …)
     */
    public record Run(
            long id,
            List<String> sources,
            State state,
            String requestedBy,
            Instant requestedAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            Map<String, Map<String, Long>> report) {
        public Run {
            sources = List.copyOf(sources);
            Map<String, Map<String, Long>> copy = new TreeMap<>();
            report.forEach((source, counts) -> copy.put(source, new TreeMap<>(counts)));
            report = copy;
        }
    }

    private final Sessions sessions;

    public Runs(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Asks the jobs role for a pull. */
    public Run request(List<String> sources, String by, Instant at) {
        return sessions.write(session -> {
            RunRow row = new RunRow(sources, by, at);
            session.persist(row);
            return row.run();
        });
    }

    /** Starts a pull here and now. */
    public Run start(List<String> sources, String by, Instant at) {
        return sessions.write(session -> {
            RunRow row = new RunRow(sources, by, at);
            row.started(at);
            session.persist(row);
            return row.run();
        });
    }

    /** Takes the oldest pull that waits, for this process alone. */
    public Optional<Run> claim(Instant at) {
        return sessions.write(
                session -> session.createSelectionQuery("from RunRow where state = REQUESTED order by id", RunRow.class)
                        .setMaxResults(1)
                        .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                        .uniqueResultOptional()
                        .map(row -> {
                            row.started(at);
                            return row.run();
                        }));
    }

    /** Says how far a running pull is. */
    public void progress(long id, Map<String, Map<String, Long>> report) {
        change(id, row -> row.reports(report));
    }

    public void finish(long id, State end, Map<String, Map<String, Long>> report, Instant at) {
        change(id, row -> {
            row.reports(report);
            row.finished(end, at);
        });
    }

    private interface Change {
        void to(RunRow row);
    }

    private void change(long id, Change change) {
        sessions.change(session -> change.to(Objects.requireNonNull(
                session.find(RunRow.class, id, LockModeType.PESSIMISTIC_WRITE), () -> "there is no run " + id)));
    }

    public Optional<Run> find(long id) {
        return sessions.read(
                session -> Optional.ofNullable(session.find(RunRow.class, id)).map(RunRow::run));
    }

    /** The latest first. */
    public List<Run> latest(int limit) {
        return sessions.read(session -> session
                .createSelectionQuery("from RunRow order by id desc", RunRow.class)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(RunRow::run)
                .toList());
    }
}
