package fr.unefois.mdm.batch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * One run at a time over a base, wherever the commands are started: a lock that PostgreSQL gives up by itself when the
 * process that holds it dies.
 */
public final class RunLock implements AutoCloseable {
    /** {@code mdm-run} in ASCII. */
    private static final long KEY = 0x6D646D2D72756EL;

    /** Milliseconds. */
    private static final long BETWEEN = 500;

    private final Connection connection;

    private RunLock(Connection connection) {
        this.connection = connection;
    }

    /** Empty when another run holds it. */
    public static Optional<RunLock> tryTake(DataSource dataSource) {
        try {
            Connection connection = dataSource.getConnection();
            boolean taken = false;
            try (Statement statement = connection.createStatement();
                    var row = statement.executeQuery("select pg_try_advisory_lock(" + KEY + ")")) {
                taken = row.next() && row.getBoolean(1);
            } finally {
                if (!taken) {
                    connection.close();
                }
            }
            return taken ? Optional.of(new RunLock(connection)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot ask the database whether another run is at work", e);
        }
    }

    /** Waits until no other run holds it. */
    public static RunLock take(DataSource dataSource) throws InterruptedException {
        // Asked again and again: who waits inside the database keeps it from clearing away what is obsolete.
        Optional<RunLock> lock = tryTake(dataSource);
        while (lock.isEmpty()) {
            Thread.sleep(BETWEEN);
            lock = tryTake(dataSource);
        }
        return lock.get();
    }

    @Override
    public void close() {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + KEY + ")");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot give up the run's lock", e);
        }
    }
}
