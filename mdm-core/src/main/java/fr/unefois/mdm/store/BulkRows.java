package fr.unefois.mdm.store;

/** What the staging tables say, as rows of the tables that they go to. */
final class BulkRows {
    static final String EDGES = """
            select least(l.id, r.id), greatest(l.id, r.id), e.weight
            from bulk_edge e join bulk_id l on l.n = e.l join bulk_id r on r.n = e.r
            where l.id is not null and r.id is not null""";

    static final String CHANGES = "select ref, kind, attributes, others from bulk_change order by n";

    /** In the table of tasks of that name; what is asked about records that are linked again is left alone. */
    static final String CLOSE_TASKS = """
            update %s t set state = 'CLOSED', closed_at = now(), version = t.version + 1
            where t.state = 'OPEN' and not exists (select from bulk_task b where b.id = t.id)
                and (exists (select from bulk_id i where i.id = t.left_record)
                    or exists (select from bulk_id i where i.id = t.right_record))
                and not exists (select from again a where a.record = t.left_record)
                and not exists (select from again a where a.record = t.right_record)""";

    static final String OPEN_TASKS = TaskRow.UPSERT.formatted("%s", """
            select b.id, b.left_ref, b.right_ref, l.id, r.id, b.left_source, b.left_id, b.right_source, b.right_id,
                b.weight, b.evidence, b.reason, b.risk, b.waiting, 'OPEN'
            from bulk_task b join bulk_id l on l.n = b.l join bulk_id r on r.n = b.r
            where l.id is not null and r.id is not null
                and not exists (select from again a where a.record = l.id)
                and not exists (select from again a where a.record = r.id)""");

    private BulkRows() {}
}
