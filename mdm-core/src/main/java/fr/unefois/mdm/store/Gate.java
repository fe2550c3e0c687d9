package fr.unefois.mdm.store;

import java.sql.Connection;
import java.sql.SQLException;

/** The advisory lock that single writers share and a bulk write takes alone. */
final class Gate {
    /** {@code unefois} in ASCII; a blocking key that hashes to it would only wait a little more. */
    static final long KEY = 0x756E65666F6973L;

    /** What lets a writer pass. */
    static final String PASS = "select pg_advisory_xact_lock_shared(" + KEY + ")";

    private Gate() {}

    /** Goes through with the other single writers, or waits while a bulk write has closed it. */
    static void pass(Connection connection) throws SQLException {
        Sql.query(connection, PASS, row -> "");
    }

    /** Waits until the single writers are through, and keeps others out until the transaction ends. */
    static void close(Connection connection) throws SQLException {
        Sql.query(connection, "select pg_advisory_xact_lock(" + KEY + ")", row -> "");
    }
}
