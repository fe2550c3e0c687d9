package fr.unefois.mdm.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * From the staging tables into tables beside those in use, while writers go on; behind the gate there is left to take over
 * what they wrote meanwhile, and to put the tables in place. Rows of history and of change, which are only ever added, are
 * written to the tables in use; they are seen with the rest.
 */
final class NextMerge {
    private static final List<String> TABLES =
            List.of("membership", "edge", "citizen", "ref_redirect", "review_task", "pending");

    /**
     * Begin a transaction that sees one state of the base. A snapshot from before tables changed places sees none of their
     * rows afterwards: so they are locked before it is taken, against that alone.
     */
    static final List<String> SEEING_ALL = List.of(
            "set transaction isolation level repeatable read read only",
            "lock table " + String.join(", ", TABLES) + " in access share mode");

    /** So few are taken over in an instant. */
    private static final long FEW = 1_000;

    private static final int LOOKS = 5;

    private static final List<String> FILL = List.of(
            // As the trigger keep_left and the end of a citizen have it.
            """
            insert into next_membership (record, ref, past, left_ref, left_tx)
            select i.id, i.ref,
                case when m.ref is null then '{}'
                    when m.ref = i.ref then m.past
                    when c.ref is null then array_remove(m.past, i.ref)
                    else array_remove(array_remove(m.past, i.ref), m.ref) || m.ref end,
                case when m.ref <> i.ref then m.ref else m.left_ref end,
                case when m.ref <> i.ref then pg_current_xact_id() else m.left_tx end
            from bulk_id i left join membership m on m.record = i.id
            left join bulk_retired r on r.ref = m.ref left join citizen c on c.ref = r.ref
            where i.id is not null""",
            "insert into next_edge (a, b, weight) " + BulkRows.EDGES,
            """
            insert into next_citizen (ref, version, golden, link_weight, changed_at)
            select ref, version, golden, link_weight, change_instant() from bulk_citizen""",
            """
            insert into next_citizen select c.* from citizen c
            where not exists (select from bulk_citizen b where b.ref = c.ref)
                and not exists (select from bulk_retired r where r.ref = c.ref)""",
            """
            insert into next_ref_redirect select r.* from ref_redirect r
            where not exists (select from bulk_citizen c where c.ref = r.ref)
                and not exists (select from bulk_retired b where b.ref = r.ref)""",
            "insert into next_ref_redirect (ref, into_refs, kind) select ref, into_refs, kind from bulk_retired",
            "insert into next_review_task select t.* from review_task t",
            """
            insert into next_pending select p.* from pending p
            where not exists (select from bulk_id i where i.id = p.record)""");

    /** What triggers keep where the tables in use are written to. */
    private static final List<String> TELL = List.of(
            """
            insert into citizen_history (ref, version, from_at, until_at, was, crosswalk, link_weight, ended)
            select w.ref, w.version, w.changed_at, change_instant(),
                differing(w.golden -> 'attributes', n.golden -> 'attributes'), w.golden -> 'crosswalk', w.link_weight, false
            from citizen w join bulk_citizen n on n.ref = w.ref where n.version <> w.version""",
            """
            insert into citizen_history (ref, version, from_at, until_at, was, crosswalk, link_weight, ended)
            select w.ref, w.version, w.changed_at, change_instant(), w.golden -> 'attributes', w.golden -> 'crosswalk',
                w.link_weight, true
            from citizen w join bulk_retired r on r.ref = w.ref""",
            "create temp table bulk_told (seq bigint, ref uuid) on commit drop",
            "with told as (insert into change_event (ref, kind, attributes, others) " + BulkRows.CHANGES
                    + " returning seq, ref) insert into bulk_told select seq, ref from told",
            "create index on bulk_told (ref)",
            "analyze bulk_told");

    /** Everything of what was touched as it is in use now, and nothing of what the walk made of it. */
    private static final List<String> TAKE_OVER = List.of(
            "delete from change_event e using bulk_told t join again_ref a on a.ref = t.ref where e.seq = t.seq",
            "delete from citizen_history h using again_ref a where h.ref = a.ref and h.until_at = change_instant()",
            """
            insert into again select n.record, false from next_membership n join again_ref a on a.ref = n.ref
            on conflict do nothing""",
            "delete from next_membership n using again a where n.record = a.record",
            "insert into next_membership select m.* from membership m join again a on a.record = m.record",
            // Those that the walk found stay as well: whom either leads to is resolved with the record.
            """
            insert into next_edge select e.* from edge e join again x on x.record = e.a
            union select e.* from edge e join again x on x.record = e.b
            on conflict do nothing""",
            Touched.LOOSE.formatted("next_edge", "a"),
            Touched.LOOSE.formatted("next_edge", "b"),
            "delete from next_citizen c using again_ref a where c.ref = a.ref",
            "insert into next_citizen select c.* from citizen c join again_ref a on a.ref = c.ref",
            "delete from next_ref_redirect r using again_ref a where r.ref = a.ref",
            "insert into next_ref_redirect select r.* from ref_redirect r join again_ref a on a.ref = r.ref",
            """
            delete from next_review_task t where exists (select from again a where a.record = t.left_record)
                or exists (select from again a where a.record = t.right_record)""",
            """
            delete from next_review_task n using review_task t where n.id = t.id
                and (exists (select from again a where a.record = t.left_record)
                    or exists (select from again a where a.record = t.right_record))""",
            """
            insert into next_review_task select t.* from review_task t
            where exists (select from again a where a.record = t.left_record)
                or exists (select from again a where a.record = t.right_record)""",
            // Whom an earlier look has queued stays so.
            """
            delete from next_pending p using again a where p.record = a.record
                and not exists (select from source_record s where s.id = a.record)""",
            "insert into next_pending select p.* from pending p join again a on a.record = p.record on conflict do nothing");

    private final Connection connection;
    private final NextTables tables;
    private final Touched touched;
    private final boolean anew;

    /** @param anew whether the walk went under another model than was in force */
    NextMerge(Connection connection, boolean anew) throws SQLException {
        this.connection = connection;
        this.tables = new NextTables(connection, TABLES);
        this.touched = new Touched(connection);
        this.anew = anew;
    }

    /**
     * Fills the tables beside, while writers go on.
     *
     * @param snapshot the transactions that the walk saw
     * @return those whose writing has been taken over since
     */
    String prepare(String snapshot) throws SQLException {
        Sql.query(connection, "select " + ResolutionWriter.CHANGE_INSTANT, row -> "");
        fill();
        tables.flush();
        String seen = snapshot;
        for (int look = 1; look <= LOOKS; look++) {
            String now = Sql.snapshot(connection);
            long again = takeOver(seen);
            seen = now;
            if (again < FEW) {
                break;
            }
        }
        return seen;
    }

    /**
     * Puts them in place.
     *
     * @param seen as it was prepared
     * @param last what else there is to do behind the gate; once more where the tables are not to be had at once
     */
    void finish(String seen, NextTables.Behind last) throws SQLException {
        tables.lock(() -> {
            long ignored = takeOver(seen);
            last.run();
        });
        tables.swap();
    }

    private void fill() throws SQLException {
        tables.create();
        for (String statement : FILL) {
            Sql.update(connection, statement);
        }
        for (String table : TABLES) {
            tables.index(table);
        }
        Sql.update(connection, BulkRows.CLOSE_TASKS.formatted("next_review_task"));
        Sql.update(connection, BulkRows.OPEN_TASKS.formatted("next_review_task"));
        for (String statement : TELL) {
            Sql.update(connection, statement);
        }
    }

    private long takeOver(String seen) throws SQLException {
        long again = touched.since(seen);
        if (again > 0) {
            for (String statement : TAKE_OVER) {
                Sql.update(connection, statement);
            }
            touched.queue("next_pending", anew);
        }
        return again;
    }
}
