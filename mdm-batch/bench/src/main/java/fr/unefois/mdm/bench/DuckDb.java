package fr.unefois.mdm.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.OptionalInt;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** A database of DuckDB in this process's memory. */
final class DuckDb implements AutoCloseable {
    private final DuckDBConnection connection;

    private DuckDb(DuckDBConnection connection) {
        this.connection = connection;
    }

    static DuckDb open() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        return new DuckDb(connection.unwrap(DuckDBConnection.class));
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Fills a table row by row. */
    interface Rows {
        void write(Row row) throws SQLException;
    }

    void fill(String table, Rows rows) throws SQLException {
        try (DuckDBAppender appender = connection.createAppender(table)) {
            rows.write(new Row(appender));
        }
    }

    /** Writes one row after the other. */
    static final class Row {
        private final DuckDBAppender appender;

        Row(DuckDBAppender appender) {
            this.appender = appender;
        }

        Row begin() throws SQLException {
            appender.beginRow();
            return this;
        }

        Row with(int number) throws SQLException {
            appender.append(number);
            return this;
        }

        Row with(long number) throws SQLException {
            appender.append(number);
            return this;
        }

        Row with(@Nullable String text) throws SQLException {
            if (text == null || text.isEmpty()) {
                appender.appendNull();
            } else {
                appender.append(text);
            }
            return this;
        }

        Row with(OptionalInt number) throws SQLException {
            if (number.isPresent()) {
                appender.append(number.getAsInt());
            } else {
                appender.appendNull();
            }
            return this;
        }

        void end() throws SQLException {
            appender.endRow();
        }
    }

    /** Pairs of positions, each packed into one number, in their order. */
    long[] pairs(String sql) throws SQLException {
        long[] pairs = new long[1024];
        int size = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                if (size == pairs.length) {
                    pairs = Arrays.copyOf(pairs, 2 * size);
                }
                pairs[size++] = pair(rows.getInt(1), rows.getInt(2));
            }
        }
        long[] sorted = Arrays.copyOf(pairs, size);
        Arrays.parallelSort(sorted);
        return sorted;
    }

    /** The one number that a query answers with. */
    double number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    static long pair(int left, int right) {
        return (long) left << Integer.SIZE | right;
    }

    static int left(long pair) {
        return (int) (pair >>> Integer.SIZE);
    }

    static int right(long pair) {
        return (int) pair;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
