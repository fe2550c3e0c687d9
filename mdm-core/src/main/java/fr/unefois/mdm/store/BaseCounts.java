package fr.unefois.mdm.store;

import javax.sql.DataSource;

/** What a report counts in the base. */
public final class BaseCounts {
    private final DataSource dataSource;

    public BaseCounts(DataSource dataSource) {
        this.dataSource = dataSource;
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

    /** Deadlocks that PostgreSQL broke since the database was made. */
    public long deadlocks() {
        return count("select deadlocks from pg_stat_database where datname = current_database()");
    }

    private long count(String sql) {
        return Transactions.run(
                dataSource,
                "counting",
                connection -> Sql.query(connection, sql, row -> row.getLong(1)).get(0));
    }
}
