package fr.unefois.mdm.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** From the staging tables into the tables in use, a statement a table, while writers wait at the gate. */
final class BulkMerge {
    /** Records that are linked again keep the edges that they have: whom these lead to is resolved with them. */
    private static final List<String> BETWEEN_PARTS = List.of(
            """
            delete from edge e where (exists (select from bulk_id i where i.id = e.a)
                    or exists (select from bulk_id i where i.id = e.b))
                and not exists (select from again a where a.record in (e.a, e.b))""",
            "insert into edge (a, b, weight) " + BulkRows.EDGES + " order by 1, 2 on conflict do nothing",
            Touched.LOOSE.formatted("edge", "a"),
            Touched.LOOSE.formatted("edge", "b"),
            BulkRows.CLOSE_TASKS.formatted("review_task"),
            BulkRows.OPEN_TASKS.formatted("review_task"));

    private static final List<String> PARTED = List.of("bulk_id", "bulk_citizen", "bulk_retired", "bulk_change");

    private static final String LEAVE = "delete from %1$s b using again_part p where b.part = p.part";

    private static final List<String> PARTS = List.of(
            """
            insert into membership as m (record, ref) select id, ref from bulk_id where id is not null order by id
            on conflict (record) do update set ref = excluded.ref where m.ref <> excluded.ref""",
            "delete from pending p using bulk_id i where p.record = i.id",
            "delete from ref_redirect r using bulk_citizen c where r.ref = c.ref",
            """
            insert into citizen (ref, version, golden, link_weight)
            select ref, version, golden, link_weight from bulk_citizen order by ref
            on conflict (ref) do update set version = excluded.version, golden = excluded.golden,
                link_weight = excluded.link_weight, changed_at = change_instant()""",
            "delete from citizen c using bulk_retired r where r.ref = c.ref",
            """
            insert into ref_redirect (ref, into_refs, kind) select ref, into_refs, kind from bulk_retired
            on conflict (ref) do update set into_refs = excluded.into_refs, kind = excluded.kind, at = change_instant()""",
            "insert into change_event (ref, kind, attributes, others) " + BulkRows.CHANGES);

    private BulkMerge() {}

    /**
     * @param snapshot the transactions that the walk saw
     * @param anew whether it went under another model than was in force
     */
    static void run(Connection connection, String snapshot, boolean anew) throws SQLException {
        Sql.query(connection, "select " + ResolutionWriter.CHANGE_INSTANT, row -> "");
        Touched touched = new Touched(connection);
        long again = touched.since(snapshot);
        for (String statement : BETWEEN_PARTS) {
            Sql.update(connection, statement);
        }
        if (again > 0) {
            for (String parted : PARTED) {
                Sql.update(connection, LEAVE.formatted(parted));
            }
        }
        for (String statement : PARTS) {
            Sql.update(connection, statement);
        }
        touched.queue("pending", anew);
    }
}
