package fr.unefois.mdm.store;

/** How review tasks are written, from arrays or from a staging table of the same columns. */
final class TaskRow {
    static final String FROM_ARRAYS = """
            select n.id, n.left_ref::uuid, n.right_ref::uuid, n.left_record, n.right_record, n.left_source, n.left_id,
                n.right_source, n.right_id, n.weight, n.evidence::jsonb, n.reason, n.risk, n.waiting, 'OPEN'
            from unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::int[], ?::text[], ?::text[], ?::int[], ?::int[]) as n(id, left_ref, right_ref, left_record,
                right_record, left_source, left_id, right_source, right_id, weight, evidence, reason, risk, waiting)""";

    /**
     * A task that asks what it asked before keeps its version, whatever its turn; one that was judged or closed opens
     * again.
     */
    static final String UPSERT = """
            insert into %s as t (id, left_ref, right_ref, left_record, right_record, left_source, left_id,
                right_source, right_id, weight, evidence, reason, risk, waiting, state)
            %s
            on conflict (id) do update set left_ref = excluded.left_ref, right_ref = excluded.right_ref,
                left_record = excluded.left_record, right_record = excluded.right_record, weight = excluded.weight,
                evidence = excluded.evidence, reason = excluded.reason, risk = excluded.risk,
                waiting = excluded.waiting, state = 'OPEN', closed_at = null,
                opened_at = case t.state when 'OPEN' then t.opened_at else now() end,
                version = t.version + case when (t.state, t.left_ref, t.right_ref, t.weight, t.evidence, t.reason)
                    = ('OPEN', excluded.left_ref, excluded.right_ref, excluded.weight, excluded.evidence,
                        excluded.reason) then 0 else 1 end
            where (t.state, t.left_ref, t.right_ref, t.weight, t.evidence, t.reason, t.risk, t.waiting)
                <> ('OPEN', excluded.left_ref, excluded.right_ref, excluded.weight, excluded.evidence, excluded.reason,
                    excluded.risk, excluded.waiting)""";

    private TaskRow() {}
}
