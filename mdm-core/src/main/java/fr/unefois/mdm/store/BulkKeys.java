package fr.unefois.mdm.store;

import fr.unefois.mdm.bulk.BulkBase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;

/** The blocking keys that records have under other rules, on their way in. */
final class BulkKeys {
    private static final int FLUSH_EVERY = 10_000;

    /** What changed since the walk saw it has keys of another text: it waits to be linked, and gets its keys then. */
    private static final String MERGE = """
            with changed as materialized (
                select s.id, s.keys as old, k.keys from bulk_keys k
                join source_record s on s.source = k.source and s.source_id = k.source_id
                where s.keys <> k.keys and pg_visible_in_snapshot(s.changed_tx, '%s'::pg_snapshot)
            ),
            gone as (
                delete from blocking_key b using changed c cross join unnest(c.old) k
                where b.key = k and b.record = c.id and k <> all (c.keys)
            ),
            came as (
                insert into blocking_key (key, record)
                select k, c.id from changed c cross join unnest(c.keys) k where k <> all (c.old) order by 1, 2
                on conflict do nothing
            )
            update source_record s set keys = c.keys from changed c where c.id = s.id""";

    private final Connection connection;
    private final CopyText rows = new CopyText("bulk_keys");

    BulkKeys(Connection connection) {
        this.connection = connection;
    }

    void add(Iterator<BulkBase.Keyed> keyed) throws SQLException {
        Sql.update(
                connection,
                "create temp table bulk_keys (source text collate \"C\", source_id text collate \"C\", keys bigint[])"
                        + " on commit drop");
        for (int row = 1; keyed.hasNext(); row++) {
            BulkBase.Keyed one = keyed.next();
            rows.row(one.record().source(), one.record().id(), Sql.literal(one.keys()));
            if (row % FLUSH_EVERY == 0) {
                long ignored = rows.flush(connection);
            }
        }
        long ignored = rows.flush(connection);
        Sql.update(connection, "analyze bulk_keys");
    }

    /** @param snapshot the transactions that the walk saw */
    void merge(String snapshot) throws SQLException {
        Sql.update(connection, MERGE.formatted(snapshot));
    }
}
