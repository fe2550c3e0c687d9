package fr.unefois.mdm.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** From the staging tables into the base, a statement a table. */
final class BulkMerge {
    /** Records as the walk saw them, with their rows; {@code stale} where they changed or vanished since. */
    private static final String IDS = """
            create temp table bulk_id on commit drop as
            select b.source, b.source_id, b.part, b.ref, s.id,
                s.id is null or not pg_visible_in_snapshot(s.changed_tx, '%s'::pg_snapshot) as stale
            from bulk_record b left join source_record s on s.source = b.source and s.source_id = b.source_id
            """;

    private static final List<String> STATEMENTS = List.of(
            "create index on bulk_id (id)",
            "analyze bulk_id",
            // Who came while the walk was thinking, and was linked to somebody whom it saw, is linked again as well.
            """
            insert into pending (record)
            select e.b from edge e join bulk_id i on i.id = e.a
            where not exists (select from bulk_id o where o.id = e.b)
            union
            select e.a from edge e join bulk_id i on i.id = e.b
            where not exists (select from bulk_id o where o.id = e.a)
            union
            select m.record from membership m
            where m.ref in (select n.ref from bulk_id i join membership n on n.record = i.id)
                and not exists (select from bulk_id o where o.id = m.record)
            on conflict do nothing""",
            """
            delete from edge e where exists (select from bulk_id i where i.id = e.a)
                or exists (select from bulk_id i where i.id = e.b)""",
            """
            insert into edge (a, b, weight)
            select least(l.id, r.id), greatest(l.id, r.id), e.weight from bulk_edge e
            join bulk_id l on l.source = e.left_source and l.source_id = e.left_id
            join bulk_id r on r.source = e.right_source and r.source_id = e.right_id
            where l.id is not null and r.id is not null
            order by 1, 2""",
            """
            insert into membership as m (record, ref) select id, ref from bulk_id where id is not null order by id
            on conflict (record) do update set ref = excluded.ref where m.ref <> excluded.ref""",
            """
            insert into blocking_key (key, record)
            select k, s.id from bulk_id i join pending p on p.record = i.id join source_record s on s.id = i.id
            cross join unnest(s.keys) k order by 1, 2
            on conflict do nothing""",
            "delete from pending p using bulk_id i where p.record = i.id",
            // What changed while the walk was thinking is linked again, with those that it was linked to.
            """
            insert into pending (record)
            select i.id from bulk_id i
            where i.id is not null and exists (select from bulk_id o where o.part = i.part and o.stale)
            on conflict do nothing""",
            // A citizen all of whose records vanished meanwhile was retired by whoever removed them.
            """
            delete from bulk_citizen c where not exists
                (select from bulk_id i where i.part = c.part and i.ref = c.ref and i.id is not null)""",
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
            """
            update review_task t set state = 'CLOSED', closed_at = now(), version = t.version + 1
            where t.state = 'OPEN' and not exists (select from bulk_task b where b.id = t.id)
                and (exists (select from bulk_id i where i.id = t.left_record)
                    or exists (select from bulk_id i where i.id = t.right_record))""",
            TaskRow.UPSERT.formatted("""
                    select b.id, b.left_ref, b.right_ref, l.id, r.id, b.left_source, b.left_id, b.right_source,
                        b.right_id, b.weight, b.evidence, b.reason, b.risk, b.waiting, 'OPEN'
                    from bulk_task b
                    join bulk_id l on l.source = b.left_source and l.source_id = b.left_id
                    join bulk_id r on r.source = b.right_source and r.source_id = b.right_id
                    where l.id is not null and r.id is not null"""),
            """
            insert into change_event (ref, kind, attributes, others)
            select ref, kind, attributes, others from bulk_change order by n""");

    private BulkMerge() {}

    /** @param snapshot the transactions that the walk saw, as PostgreSQL writes a {@code pg_snapshot} */
    static void run(Connection connection, String snapshot) throws SQLException {
        Sql.query(connection, "select " + ResolutionWriter.CHANGE_INSTANT, row -> "");
        Sql.update(connection, IDS.formatted(snapshot));
        for (String statement : STATEMENTS) {
            Sql.update(connection, statement);
        }
    }
}
