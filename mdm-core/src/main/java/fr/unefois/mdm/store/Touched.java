package fr.unefois.mdm.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What single writers wrote while a bulk walk was thinking. The walk has not seen it: whatever it made of these records, of
 * those that share a citizen with them, before or now, is not written. They stay as their writers left them, and are linked
 * again.
 *
 * <p>Rows, keys and references are left in temporary tables: {@code again} (records; {@code new} where what the source says
 * is), {@code again_part} and {@code again_ref}.
 */
final class Touched {
    private static final List<String> TABLES = List.of(
            "create temp table again (record bigint primary key, new boolean not null) on commit drop",
            "create temp table again_part (part bigint primary key) on commit drop",
            "create temp table again_ref (ref uuid primary key) on commit drop",
            "create temp table again_gone (n bigint) on commit drop",
            "create temp table again_left (record bigint) on commit drop");

    /** Of source_record_history, for the snapshot. */
    private static final String REMOVED = "h.ended = 'removed' and h.changed_tx >= pg_snapshot_xmin('%1$s')"
            + " and not pg_visible_in_snapshot(h.changed_tx, '%1$s')";

    /** Each with the snapshot's text for {@code %1$s}. What a transaction writes for itself is no other's. */
    private static final List<String> STATEMENTS = List.of(
            "truncate again, again_part, again_ref, again_gone, again_left",
            // An event may bear a later transaction than its writer's, never an earlier one.
            """
            insert into again_ref select distinct told.ref from change_event e cross join unnest(e.ref || e.others) as told(ref)
            where e.tx >= pg_snapshot_xmin('%1$s') and e.xmin <> pg_current_xact_id()::xid and written_since(e.xmin, '%1$s')""",
            // The planner does not know how few they are.
            "set local enable_seqscan = off",
            """
            insert into again select s.id, true from source_record s
            where (s.changed_tx::text::bigint) >= pg_snapshot_xmin('%1$s')::text::bigint
                and not pg_visible_in_snapshot(s.changed_tx, '%1$s')""",
            "set local enable_seqscan = on",
            """
            insert into again select m.record, false from membership m join again_ref a on a.ref = m.ref
            on conflict do nothing""",
            "insert into again select i.id, false from bulk_id i join again_ref a on a.ref = i.ref where i.id is not null"
                    + " union select i.id, false from bulk_id i join again_ref a on a.ref = i.had where i.id is not null"
                    + " on conflict do nothing",
            "insert into again select h.record, false from source_record_history h where " + REMOVED
                    + " on conflict do nothing",
            """
            insert into again select s.id, false from judgement j
            cross join lateral (values (j.left_source, j.left_id), (j.right_source, j.right_id)) as k(source, source_id)
            join source_record s on s.source = k.source and s.source_id = k.source_id
            where written_since(j.xmin, '%1$s')
            on conflict do nothing""",
            "insert into again_part select i.part from bulk_id i join again a on a.record = i.id"
                    + " union select b.part from source_record_history h"
                    + " join bulk_record b on b.source = h.source and b.source_id = h.source_id where " + REMOVED,
            """
            insert into again select i.id, false from again_part p join bulk_id i on i.part = p.part where i.id is not null
            on conflict do nothing""",
            """
            insert into again_ref
            select r.ref from again_part p join bulk_id i on i.part = p.part cross join unnest(array[i.ref, i.had]) as r(ref)
            where r.ref is not null
            union
            select r.ref from again_part p join bulk_retired r on r.part = p.part
            union
            select m.ref from again a join membership m on m.record = a.record
            on conflict do nothing""",
            "analyze again, again_part, again_ref",
            """
            insert into again_gone select i.n from again_part p join bulk_id i on i.part = p.part
            where not exists (select from source_record s where s.id = i.id)""",
            "analyze again_gone",
            // Whoever would have been linked otherwise but for a record that has vanished.
            """
            insert into again_left select o.id from again_gone g join bulk_edge e on e.l = g.n join bulk_id o on o.n = e.r
            union select o.id from again_gone g join bulk_edge e on e.r = g.n join bulk_id o on o.n = e.l""");

    /**
     * Of those that are again to be linked all under another model; under the same one those alone that nobody has linked, or
     * that the walk has a question about.
     */
    private static final String WAIT = """
            insert into %1$s (record)
            select s.id from again a join source_record s on s.id = a.record
            where a.new or %2$s or exists (select from bulk_asked q where q.id = a.record)
            union select s.id from again_left l join source_record s on s.id = l.record
            on conflict do nothing""";

    /** Of the table of edges of that name, those to what has vanished. */
    static final String LOOSE = """
            delete from %1$s e using again a where e.%2$s = a.record
                and not exists (select from source_record s where s.id = a.record)""";

    private final Connection connection;

    Touched(Connection connection) throws SQLException {
        this.connection = connection;
        for (String table : TABLES) {
            Sql.update(connection, table);
        }
    }

    /**
     * Looks for what was written since.
     *
     * @param snapshot the transactions that were seen, as PostgreSQL writes a {@code pg_snapshot}
     * @return how many records, parts and references that is; 0 where nothing was written
     */
    long since(String snapshot) throws SQLException {
        for (String statement : STATEMENTS) {
            Sql.update(connection, statement.formatted(snapshot));
        }
        return Sql.query(
                        connection,
                        "select (select count(*) from again) + (select count(*) from again_part) + (select count(*) from again_ref)",
                        row -> row.getLong(1))
                .get(0);
    }

    /**
     * Has them wait to be linked again.
     *
     * @param pending the table to name them in
     * @param anew whether the walk went under another model than was in force
     */
    void queue(String pending, boolean anew) throws SQLException {
        Sql.update(connection, WAIT.formatted(pending, anew));
    }
}
