package fr.unefois.mdm.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One transaction's way to the server and back. What answers nothing (a lock, a savepoint), or is not asked for yet, waits
 * for the next question and travels with it: on a small machine a round trip costs as much as most statements. Each
 * statement still sees what was committed before it began.
 */
final class RoundTrips {
    private final Connection connection;
    private Sql waiting = new Sql();
    private Map<Integer, Asked<?>> asked = new HashMap<>();

    RoundTrips(Connection connection) {
        this.connection = connection;
    }

    /** What a question answers that travelled with the next one. */
    static final class Asked<T> {
        private final Sql.Row<T> row;
        private @Nullable List<T> rows;

        private Asked(Sql.Row<T> row) {
            this.row = row;
        }

        private void take(ResultSet answer) throws SQLException {
            rows = Sql.read(answer, row);
        }

        List<T> rows() {
            if (rows == null) {
                throw new IllegalStateException("the question has not been sent yet");
            }
            return rows;
        }
    }

    /** To be run before what comes next. */
    void later(String statement, @Nullable Object... values) {
        waiting.add(statement, values);
    }

    /** The same, all of them. */
    void later(Sql sql) {
        waiting.addAll(sql);
    }

    /** A question whose answer is there when the next one's is. */
    <T> Asked<T> ask(String sql, Sql.Row<T> row, @Nullable Object... values) {
        Asked<T> question = new Asked<>(row);
        asked.put(waiting.size(), question);
        waiting.add(sql, values);
        return question;
    }

    <T> List<T> query(String doing, String sql, Sql.Row<T> row, @Nullable Object... values) {
        Asked<T> question = ask(sql, row, values);
        send(doing);
        return question.rows();
    }

    /** What other work on the connection does comes after what waits. */
    <T> T run(String doing, Work<T> work) {
        send(doing);
        return running(doing, () -> work.on(connection));
    }

    /** What is still waiting runs now. */
    void send(String doing) {
        Sql sent = waiting;
        Map<Integer, Asked<?>> questions = asked;
        waiting = new Sql();
        asked = new HashMap<>();
        String ignored = running(doing, () -> {
            sent.run(connection, (statement, rows) -> {
                Asked<?> question = questions.get(statement);
                if (question != null) {
                    question.take(rows);
                }
            });
            return "";
        });
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
