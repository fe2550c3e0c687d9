package fr.unefois.mdm.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Indexes the blocking keys of the records that wait to be linked, many at once and sorted, which costs a tenth of what one
 * at a time does. Whoever arrives meets them from then on.
 */
final class WaitingKeys {
    private static final int AT_ONCE = 5_000;

    private static final String INDEX = """
            with lot as materialized (select record from pending where record > ? order by record limit ?),
            keyed as (
                insert into blocking_key (key, record)
                select k, h.record from lot join record_keys h on h.record = lot.record cross join unnest(h.keys) k order by 1, 2
                on conflict do nothing
            )
            select max(record) as last from lot""";

    private WaitingKeys() {}

    static void index(DataSource dataSource) {
        for (long last = 0; last >= 0; ) {
            long from = last;
            last = Transactions.run(dataSource, "indexing blocking keys", connection -> {
                // Nobody changes a record, and with it its keys, while these are written.
                Gate.close(connection);
                return next(connection, from);
            });
        }
    }

    /** The last that was indexed, or -1 where there was none. */
    private static long next(Connection connection, long from) throws SQLException {
        return Sql.query(
                        connection,
                        INDEX,
                        row -> {
                            long last = row.getLong("last");
                            return row.wasNull() ? -1 : last;
                        },
                        from,
                        AT_ONCE)
                .get(0);
    }
}
