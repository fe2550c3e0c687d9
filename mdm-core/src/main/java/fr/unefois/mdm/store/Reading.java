package fr.unefois.mdm.store;

import fr.unefois.mdm.access.Sight;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * How golden records are read: whole, or under a sight. The sight is said to the database in the reading transaction and
 * ends with it, so that a connection brings none along to whoever borrows it next.
 */
record Reading(DataSource dataSource, @Nullable String sight) {
    static Reading whole(DataSource dataSource) {
        return new Reading(dataSource, null);
    }

    static Reading under(DataSource dataSource, Sight sight) {
        return new Reading(dataSource, SightJson.write(sight));
    }

    <T> T run(String doing, Transactions.Work<T> work) {
        return Transactions.run(dataSource, doing, work);
    }

    /** Says the sight, where there is one, in the round trip of what is asked under it. */
    Sql begin() {
        return sight == null ? new Sql() : new Sql().add("select set_config('mdm.sight', ?, true)", sight);
    }

    /** Says the sight for all that follows in the transaction. */
    void begin(Connection connection) throws SQLException {
        begin().execute(connection);
    }

    /** Asks one thing, in one round trip: a sight that is said along with the question ends with it. */
    <T> List<T> ask(String doing, String sql, Sql.Row<T> row, @Nullable Object... values) {
        return Transactions.together(dataSource, doing, begin().add(sql, values), row);
    }

    /**
     * What is read of a column that holds a golden record's attributes by their names. It is written out, for a function's
     * body would be planned at every call, which costs as much as the reading.
     */
    String attributes(String column) {
        return sight == null
                ? column
                : "(select coalesce(jsonb_object_agg(a.key, a.value), '{}') from jsonb_each(" + column
                        + ") a where jsonb_exists((select sight() -> 'attributes'), a.key))";
    }

    /** What is read of a column that holds a golden record. */
    String golden(String column) {
        return sight == null
                ? column
                : "jsonb_set(" + column + ", '{attributes}', " + attributes(column + " -> 'attributes'") + ")";
    }
}
