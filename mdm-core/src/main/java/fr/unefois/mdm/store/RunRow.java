package fr.unefois.mdm.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code pull_run}. */
@Entity(name = "RunRow")
@Table(name = "pull_run")
class RunRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> sources;

    @Enumerated(EnumType.STRING)
    private Runs.State state;

    @Column(name = "requested_by")
    private String requestedBy;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "started_at")
    private @Nullable Instant startedAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Map<String, Long>> report;

    RunRow() {}

    RunRow(List<String> sources, String requestedBy, Instant requestedAt) {
        this.sources = List.copyOf(sources);
        this.state = Runs.State.REQUESTED;
        this.requestedBy = requestedBy;
        this.requestedAt = requestedAt;
        this.report = Map.of();
    }

    void started(Instant at) {
        state = Runs.State.RUNNING;
        startedAt = at;
        finishedAt = null;
    }

    void reports(Map<String, Map<String, Long>> counts) {
        report = new TreeMap<>(counts);
    }

    void finished(Runs.State end, Instant at) {
        state = end;
        finishedAt = at;
    }

    Runs.Run run() {
        return new Runs.Run(id, sources, state, requestedBy, requestedAt, startedAt, finishedAt, report);
    }
}
