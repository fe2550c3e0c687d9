package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Base;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The base in PostgreSQL. The work of a {@link #write} may run again: PostgreSQL may end a transaction to break a
 * deadlock, which sorted locks make rare, not impossible.
 */
public final class PostgresBase implements Base {
    private static final int ATTEMPTS = 5;
    private static final String DEADLOCK = "40P01";
    private static final String SERIALIZATION = "40001";

    private final DataSource dataSource;

    public PostgresBase(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public <T> T write(Function<Session, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return inTransaction("writing", false, work);
            } catch (StoreFailure e) {
                if (attempt == ATTEMPTS || !mayRunAgain(e)) {
                    throw e;
                }
            }
        }
    }

    @Override
    public <T> T read(Function<Session, T> work) {
        return inTransaction("reading", true, work);
    }

    private <T> T inTransaction(String doing, boolean readOnly, Function<Session, T> work) {
        return Transactions.run(dataSource, doing, connection -> {
            prepare(connection, readOnly);
            return work.apply(new PostgresSession(connection));
        });
    }

    /** A writer shares the gate with the others; the bulk walk closes it while it writes. */
    private static void prepare(Connection connection, boolean readOnly) throws SQLException {
        if (readOnly) {
            Sql.update(connection, "set transaction isolation level repeatable read read only");
        } else {
            Gate.pass(connection);
        }
    }

    private static boolean mayRunAgain(StoreFailure failure) {
        return failure.getCause() instanceof SQLException cause
                && (DEADLOCK.equals(cause.getSQLState()) || SERIALIZATION.equals(cause.getSQLState()));
    }
}
