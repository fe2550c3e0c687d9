package fr.unefois.mdm.batch.pull;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The runs as the API lists them. */
final class RunLog {
    private final JdbcClient jdbc;

    RunLog(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Runs that still seem to be at work while nobody holds the lock: they were killed, which is put on record. */
    List<Long> killed() {
        return jdbc.sql("update pull_run set state = 'FAILED', finished_at = now(), version = version + 1"
                        + " where state = 'RUNNING' returning id")
                .query(Long.class)
                .list();
    }

    long begin(List<String> sources, String requestedBy) {
        return jdbc.sql("insert into pull_run (sources, state, requested_by, requested_at, started_at)"
                        + " values (?, 'RUNNING', ?, now(), now()) returning id")
                .param(sources.toArray(String[]::new))
                .param(requestedBy)
                .query(Long.class)
                .single();
    }

    void end(long run, boolean done, String report) {
        jdbc.sql("update pull_run set state = ?, finished_at = now(), report = ?::jsonb, version = version + 1"
                        + " where id = ?")
                .param(done ? "DONE" : "FAILED")
                .param(report)
                .param(run)
                .update();
    }
}
