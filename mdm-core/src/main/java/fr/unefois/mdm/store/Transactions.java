package fr.unefois.mdm.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs work in one READ COMMITTED transaction; whatever it throws rolls everything back. */
final class Transactions {
    private Transactions() {}

    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T run(Connection connection) throws SQLException;
    }

    static <T extends @Nullable Object> T run(DataSource dataSource, String doing, Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.run(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw StoreFailure.of(doing, e);
        }
    }

    /**
     * Asks in one round trip, commit included: to the server, statements that are sent together on a connection that
     * commits by itself are one transaction. Answers what the last of them answers.
     */
    static <T extends @Nullable Object> List<T> together(
            DataSource dataSource, String doing, Sql statements, Sql.Row<T> row) {
        try (Connection connection = dataSource.getConnection()) {
            return statements.last(connection, row);
        } catch (SQLException e) {
            throw StoreFailure.of(doing, e);
        }
    }
}
