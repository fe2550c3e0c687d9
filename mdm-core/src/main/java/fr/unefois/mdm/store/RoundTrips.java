package fr.unefois.mdm.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One transaction's way to the server and back. What answers nothing (a lock, a savepoint) waits for the next question and
 * travels with it: on a small machine a round trip costs as much as most statements. Each statement still sees what was
 * committed before it began.
 */
final class RoundTrips {
    private final Connection connection;
    private Sql waiting = new Sql();

    RoundTrips(Connection connection) {
        this.connection = connection;
    }

    /** To be run before what comes next. */
    void later(String statement, @Nullable Object... values) {
        waiting.add(statement, values);
    }

    <T> List<T> query(String doing, String sql, Sql.Row<T> row, @Nullable Object... values) {
        return running(doing, () -> gathered().add(sql, values).last(connection, row));
    }

    void execute(String doing, Sql sql) {
        running(doing, () -> {
            gathered().addAll(sql).execute(connection);
            return "";
        });
    }

    /** What other work on the connection does comes after what waits. */
    <T> T run(String doing, Work<T> work) {
        return running(doing, () -> {
            gathered().execute(connection);
            return work.on(connection);
        });
    }

    /** What is still waiting runs before the transaction ends. */
    void finish() {
        execute("ending", new Sql());
    }

    private Sql gathered() {
        Sql gathered = waiting;
        waiting = new Sql();
        return gathered;
    }

    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private interface Running<T> {
        T run() throws SQLException;
    }

    private static <T> T running(String doing, Running<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw StoreFailure.of(doing, e);
        }
    }
}
