package fr.unefois.mdm.batch;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a report counts in the base. */
public final class BaseCounts {
    private final JdbcClient jdbc;

    public BaseCounts(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Live source records. */
    public long records() {
        return count("select count(*) from source_record");
    }

    public long citizens() {
        return count("select count(*) from citizen");
    }

    /** Pairs that wait for a steward. */
    public long toReview() {
        return count("select count(*) from review_task where state = 'OPEN'");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
