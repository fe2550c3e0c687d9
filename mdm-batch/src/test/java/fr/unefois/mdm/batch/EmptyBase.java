package fr.unefois.mdm.batch;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Empties every table of a test's database. */
public final class EmptyBase {
    private EmptyBase() {}

    public static void of(DataSource dataSource) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        String tables = jdbc.sql(
                        "select string_agg(format('%I', tablename), ', ') from pg_tables where schemaname = current_schema()"
                                + " and tablename <> 'flyway_schema_history'")
                .query(String.class)
                .single();
        jdbc.sql("truncate " + tables).update();
    }
}
