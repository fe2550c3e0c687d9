package fr.unefois.mdm.store;

/** How review tasks are written, from arrays or from a staging table of the same columns. */
final class TaskRow {
    static final String FROM_ARRAYS = """
            select n.id, n.left_ref::uuid, n.right_ref::uuid, n.left_record, n.right_record, n.left_source, n.left_id,
                n.right_source, n.right_id, n.weight, n.evidence::jsonb, 'OPEN'
            from unnest(?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::int[], ?::text[]) as n(id, left_ref, right_ref, left_record, right_record, left_source,
                left_id, right_source, right_id, weight, evidence)""";

    /** A task that says what it said before keeps its version; one that was judged or closed opens again. */
    static final String UPSERT = """
            insert into review_task as t (id, left_ref, right_ref, left_record, right_record, left_source, left_id,
                right_source, right_id, weight, evidence, state)
            %s
            on conflict (id) do update set left_ref = excluded.left_ref, right_ref = excluded.right_ref,
                left_record = excluded.left_record, right_record = excluded.right_record, weight = excluded.weight,
                evidence = excluded.evidence, state = 'OPEN', closed_at = null,
                opened_at = case t.state when 'OPEN' then t.opened_at else now() end,
                version = t.version + 1
            where t.state <> 'OPEN' or t.left_ref <> excluded.left_ref or t.right_ref <> excluded.right_ref
                or t.weight <> excluded.weight or t.evidence <> excluded.evidence""";

    private TaskRow() {}
}
