package fr.unefois.mdm.store;

import fr.unefois.mdm.bulk.BulkBase;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Gives records the blocking keys of another model version, while writers go on. Before the version comes into force, each
 * stands under its old and its new keys; afterwards the old ones go. Nobody asks for a key that no record has under the
 * version in force, so whoever dies in between leaves some rows too many and nothing else.
 */
final class Rekeying {
    /** So many stand under other keys in an instant; nobody changes a record, and with it its keys, meanwhile. */
    private static final int AT_ONCE = 1_000;

    private static final int LOOKED_AT = 5_000;

    private static final String DIFFERING = """
            select h.record, g.at from unnest(?::text[], ?::text[], ?::text[]) with ordinality
                as g(source, source_id, keys, at)
            join source_record s on s.source = g.source and s.source_id = g.source_id
            join record_keys h on h.record = s.id
            where h.keys <> g.keys::bigint[] order by h.record""";

    /** What changed since the walk saw it has keys of another text: it waits to be linked, and gets its keys then. */
    private static final String UNCHANGED = """
            with was as materialized (
                select h.record, h.keys as old, g.keys::bigint[] as keys from unnest(?::bigint[], ?::text[]) as g(record, keys)
                join record_keys h on h.record = g.record
                join source_record s on s.id = g.record
                where pg_visible_in_snapshot(s.changed_tx, ?::pg_snapshot)
            ),
            """;

    private static final String WIDEN = UNCHANGED + """
            came as (
                insert into blocking_key (key, record)
                select k, w.record from was w cross join unnest(w.keys) k where k <> all (w.old) order by 1, 2
                on conflict do nothing
            )
            update record_keys h set keys = array(select distinct k from unnest(w.old || w.keys) k order by k)
            from was w where h.record = w.record""";

    private static final String NARROW = UNCHANGED + """
            gone as (
                delete from blocking_key b using was w cross join unnest(w.old) k
                where b.key = k and b.record = w.record and k <> all (w.keys)
            )
            update record_keys h set keys = w.keys from was w where h.record = w.record""";

    private final DataSource dataSource;
    private final String snapshot;
    private final List<Long> records = new ArrayList<>();
    private final List<long[]> keys = new ArrayList<>();

    /** @param snapshot the transactions that the walk saw */
    private Rekeying(DataSource dataSource, String snapshot) {
        this.dataSource = dataSource;
        this.snapshot = snapshot;
    }

    /** Those that are to stand under other keys than they do. */
    static Rekeying of(DataSource dataSource, String snapshot, Iterator<BulkBase.Keyed> all) {
        Rekeying rekeying = new Rekeying(dataSource, snapshot);
        List<BulkBase.Keyed> some = new ArrayList<>(LOOKED_AT);
        while (all.hasNext()) {
            some.add(all.next());
            if (some.size() == LOOKED_AT || !all.hasNext()) {
                rekeying.look(some);
                some.clear();
            }
        }
        return rekeying;
    }

    private void look(List<BulkBase.Keyed> some) {
        String[] wanted = some.stream().map(one -> Sql.literal(one.keys())).toArray(String[]::new);
        Transactions.run(
                        dataSource,
                        "reading blocking keys",
                        connection -> Sql.query(
                                connection,
                                DIFFERING,
                                row -> new Differing(row.getLong("record"), row.getInt("at")),
                                some.stream().map(one -> one.record().source()).toArray(String[]::new),
                                some.stream().map(one -> one.record().id()).toArray(String[]::new),
                                wanted))
                .forEach(one -> {
                    records.add(one.record());
                    keys.add(some.get(one.at() - 1).keys());
                });
    }

    private record Differing(long record, int at) {}

    /** Each stands under its new keys too. */
    void widen() {
        inLots(WIDEN);
    }

    /** Each stands under its new keys alone, once nobody asks by the version before any more. */
    void narrow() {
        if (!records.isEmpty()) {
            LockSupport.parkNanos(Models.FRESH);
        }
        inLots(NARROW);
    }

    private void inLots(String statement) {
        for (int from = 0; from < records.size(); from += AT_ONCE) {
            List<Long> lot = records.subList(from, Math.min(records.size(), from + AT_ONCE));
            List<long[]> wanted = keys.subList(from, from + lot.size());
            int ignored = Transactions.run(dataSource, "writing blocking keys", connection -> {
                Gate.close(connection);
                return Sql.update(
                        connection,
                        statement,
                        lot.toArray(Long[]::new),
                        wanted.stream().map(Sql::literal).toArray(String[]::new),
                        snapshot);
            });
        }
    }
}
