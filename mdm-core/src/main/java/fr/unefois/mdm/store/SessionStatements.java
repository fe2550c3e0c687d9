package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Base;

/** The longer questions of a {@link PostgresSession}. */
final class SessionStatements {
    static final String HOLD = "select hold_component(?, ?, ?, " + Base.Session.MOST_TOGETHER + ")";

    static final String HELD =
            Rows.RECORD + " where s.id = any(current_setting('mdm.held')::bigint[])" + Rows.IN_KEY_ORDER;

    static final String COMPONENT = Rows.RECORD + " where s.id = any((select component(array_agg(id), array_agg(near), "
            + Base.Session.MOST_TOGETHER + ") from sown(?, ?, ?))::bigint[])" + Rows.IN_KEY_ORDER;

    /** Merged or split away, not erased, and nobody else's record had it; locked, so that it comes back once. */
    static final String RETIRED = """
            select r.ref, coalesce((select max(h.version) from citizen_history h where h.ref = r.ref), 0) as version
            from ref_redirect r
            where r.ref = any(?) and r.kind in ('merged', 'split') and not exists (
                select from membership m join source_record s on s.id = m.record
                where m.past <> '{}' and m.past @> array[r.ref] and (s.source, s.source_id) not in
                    (select k.source, k.source_id from %s))
            order by r.ref for update of r
            """.formatted(Rows.KEYS);

    static final String IDS = "select s.id, s.source, s.source_id from source_record s join " + Rows.KEYS
            + " on s.source = k.source and s.source_id = k.source_id";

    /** The keys of a record that waited are indexed now. */
    static final String KEY = "insert into blocking_key (key, record) select k, h.record from pending p"
            + " join record_keys h on h.record = p.record cross join unnest(h.keys) k where p.record = ?"
            + " on conflict do nothing";

    /** Edges of a record to others than these; twice the record's row and the others'. */
    static final String UNLINK =
            "delete from edge where (a = ? and b <> all (?::bigint[])) or (b = ? and a <> all (?::bigint[]))";

    static final String LINK = """
            insert into edge (a, b, weight) select n.a, n.b, n.weight
            from unnest(?::bigint[], ?::bigint[], ?::int[]) as n(a, b, weight)
            where not exists (select from edge e where e.a = n.a and e.b = n.b and e.weight = n.weight)
            on conflict (a, b) do update set weight = excluded.weight
            """;

    private SessionStatements() {}
}
