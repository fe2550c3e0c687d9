package fr.unefois.mdm.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Statements gathered to be sent together: the driver sends statements that a semicolon separates in one round trip.
 * Lists travel as arrays.
 */
final class Sql {
    private final List<String> statements = new ArrayList<>();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }

    Sql add(String statement, @Nullable Object... values) {
        statements.add(statement);
        parameters.addAll(Arrays.asList(values));
        return this;
    }

    Sql addAll(Sql others) {
        statements.addAll(others.statements);
        parameters.addAll(others.parameters);
        return this;
    }

    /** The transactions that a statement of now sees, as PostgreSQL writes a {@code pg_snapshot}. */
    static String snapshot(Connection connection) throws SQLException {
        return query(connection, "select pg_current_snapshot()::text", row -> row.getString(1))
                .get(0);
    }

    /** Takes what a statement answers. */
    @FunctionalInterface
    interface Answers {
        /** @param statement its place among them, from 0 */
        void take(int statement, ResultSet rows) throws SQLException;
    }

    int size() {
        return statements.size();
    }

    /** Runs them all, and reads what the last one answers. */
    <T> List<T> last(Connection connection, Row<T> row) throws SQLException {
        List<T> answer = new ArrayList<>();
        run(connection, (statement, rows) -> {
            if (statement == statements.size() - 1) {
                answer.addAll(read(rows, row));
            }
        });
        return answer;
    }

    /** Runs them all; each that answers rows gives them. */
    void run(Connection connection, Answers answers) throws SQLException {
        if (statements.isEmpty()) {
            return;
        }
        try (PreparedStatement prepared = prepare(connection, String.join(";\n", statements), parameters)) {
            boolean rows = prepared.execute();
            for (int statement = 0; statement < statements.size(); statement++) {
                if (statement > 0) {
                    rows = prepared.getMoreResults();
                }
                if (rows) {
                    try (ResultSet answer = prepared.getResultSet()) {
                        answers.take(statement, answer);
                    }
                }
            }
        }
    }

    static <T> List<T> read(ResultSet rows, Row<T> row) throws SQLException {
        List<T> read = new ArrayList<>();
        while (rows.next()) {
            read.add(row.read(rows));
        }
        return read;
    }

    void execute(Connection connection) throws SQLException {
        if (statements.isEmpty()) {
            return;
        }
        try (PreparedStatement prepared = prepare(connection, String.join(";\n", statements), parameters)) {
            prepared.execute();
        }
    }

    static <T> List<T> query(Connection connection, String sql, Row<T> row, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement prepared = prepare(connection, sql, Arrays.asList(values));
                ResultSet rows = prepared.executeQuery()) {
            return read(rows, row);
        }
    }

    static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement prepared = prepare(connection, sql, Arrays.asList(values))) {
            return prepared.executeUpdate();
        }
    }

    static PreparedStatement prepare(Connection connection, String sql, List<? extends @Nullable Object> values)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.size(); i++) {
                bind(connection, prepared, i + 1, values.get(i));
            }
            return prepared;
        } catch (SQLException | RuntimeException e) {
            prepared.close();
            throw e;
        }
    }

    private static void bind(Connection connection, PreparedStatement prepared, int at, @Nullable Object value)
            throws SQLException {
        if (value == null) {
            prepared.setNull(at, Types.NULL);
        } else if (value instanceof Instant instant) {
            prepared.setObject(at, instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof Instant[] instants) {
            prepared.setArray(at, connection.createArrayOf("timestamptz", texts(instants)));
        } else if (value instanceof String[] texts) {
            prepared.setArray(at, connection.createArrayOf("text", texts));
        } else if (value instanceof Long[] numbers) {
            prepared.setArray(at, connection.createArrayOf("bigint", numbers));
        } else if (value instanceof Integer[] numbers) {
            prepared.setArray(at, connection.createArrayOf("int", numbers));
        } else if (value instanceof byte[][] binaries) {
            prepared.setArray(at, connection.createArrayOf("bytea", binaries));
        } else if (value instanceof UUID[] refs) {
            prepared.setArray(at, connection.createArrayOf("uuid", refs));
        } else {
            prepared.setObject(at, value);
        }
    }

    private static @Nullable String[] texts(@Nullable Instant[] instants) {
        return Arrays.stream(instants)
                .map(instant -> instant == null ? null : instant.toString())
                .toArray(String[]::new);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static Long[] boxed(long[] numbers) {
        return Arrays.stream(numbers).boxed().toArray(Long[]::new);
    }

    /** An array as PostgreSQL writes it, for arrays of arrays of several lengths. */
    static String literal(Iterable<?> items) {
        StringBuilder text = new StringBuilder("{");
        for (Object item : items) {
            text.append(text.length() == 1 ? "" : ",").append(item);
        }
        return text.append('}').toString();
    }

    static String literal(long[] numbers) {
        return literal(Arrays.asList(boxed(numbers)));
    }
}
