package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Base;
import fr.unefois.mdm.arrive.ModelChanged;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The base in PostgreSQL. The work of a {@link #write} may run again: PostgreSQL may end a transaction to break a
 * deadlock, which sorted locks make rare, not impossible.
 */
public final class PostgresBase implements Base {
    private static final int ATTEMPTS = 5;
    private static final String DEADLOCK = "40P01";
    private static final String SERIALIZATION = "40001";
    private static final String OTHER_MODEL = "MD001";

    /**
     * Each statement is planned once a connection: some would be planned anew each time, since their arrays are shorter than
     * the planner expects of one that it does not see, and for half a millisecond an upsert in all.
     */
    private static final String PLANNED_ONCE = "select set_config('plan_cache_mode', 'force_generic_plan', true)";

    private final DataSource dataSource;

    public PostgresBase(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public <T> T write(Function<Session, T> work) {
        return again(() -> Transactions.run(dataSource, "writing", connection -> {
            RoundTrips trips = new RoundTrips(connection);
            T answer = written(trips, work);
            trips.later("commit");
            trips.send("writing");
            return answer;
        }));
    }

    @Override
    public <T> T rehearse(Function<Session, T> work) {
        return again(() -> Transactions.run(dataSource, "rehearsing", connection -> {
            RoundTrips trips = new RoundTrips(connection);
            T answer = written(trips, work);
            trips.send("rehearsing");
            connection.rollback();
            return answer;
        }));
    }

    private static <T> T again(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (StoreFailure e) {
                if (isOneOf(e, OTHER_MODEL)) {
                    throw new ModelChanged();
                }
                if (attempt == ATTEMPTS || !isOneOf(e, DEADLOCK, SERIALIZATION)) {
                    throw e;
                }
            }
        }
    }

    @Override
    public <T> T read(Function<Session, T> work) {
        return Transactions.run(dataSource, "reading", connection -> {
            RoundTrips trips = new RoundTrips(connection);
            NextMerge.SEEING_ALL.forEach(trips::later);
            return work.apply(new PostgresSession(trips));
        });
    }

    /** A writer shares the gate with the others; the bulk walk closes it while it writes. */
    private static <T> T written(RoundTrips trips, Function<Session, T> work) {
        trips.later(Gate.PASS);
        trips.later(PLANNED_ONCE);
        return work.apply(new PostgresSession(trips));
    }

    private static boolean isOneOf(StoreFailure failure, String... states) {
        return failure.getCause() instanceof SQLException cause
                && cause.getSQLState() != null // as a pool's own failures have none
                && List.of(states).contains(cause.getSQLState());
    }
}
