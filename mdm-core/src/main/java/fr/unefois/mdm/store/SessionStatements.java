package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Base;

/** The longer questions of a {@link PostgresSession}. */
final class SessionStatements {
    /** Of {@code reached} no more is read than is asked for: so a component of any size costs the same. */
    static final String COMPONENT = """
            with recursive seed(source, source_id) as (
                select k.source, k.source_id from %1$s
                union
                select j.right_source, j.right_id from %1$s
                    join judgement j on j.left_source = k.source and j.left_id = k.source_id
                    where j.in_force and j.verdict = 'SAME'
                union
                select j.left_source, j.left_id from %1$s
                    join judgement j on j.right_source = k.source and j.right_id = k.source_id
                    where j.in_force and j.verdict = 'SAME'
            ),
            reached(id) as (
                select s.id from seed k join source_record s on s.source = k.source and s.source_id = k.source_id
                union
                select next.id from reached r cross join lateral (
                    select e.b as id from edge e where e.a = r.id
                    union all
                    select e.a from edge e where e.b = r.id
                    union all
                    select t.id from source_record f
                        join judgement j on j.left_source = f.source and j.left_id = f.source_id
                        join source_record t on t.source = j.right_source and t.source_id = j.right_id
                        where f.id = r.id and j.in_force and j.verdict = 'SAME'
                    union all
                    select t.id from source_record f
                        join judgement j on j.right_source = f.source and j.right_id = f.source_id
                        join source_record t on t.source = j.left_source and t.source_id = j.left_id
                        where f.id = r.id and j.in_force and j.verdict = 'SAME'
                ) next
            ),
            begun(id) as (select id from reached limit %2$d + 1),
            near(id) as (
                select s.id from seed k join source_record s on s.source = k.source and s.source_id = k.source_id
                union
                select next.id from seed k join source_record s on s.source = k.source and s.source_id = k.source_id
                    cross join lateral (
                        select e.b as id from edge e where e.a = s.id
                        union all
                        select e.a from edge e where e.b = s.id
                    ) next
            ),
            together(id) as (
                select id from begun where (select count(*) from begun) <= %2$d
                union
                select n.id from near n where (select count(*) from begun) > %2$d
                union
                select other.record from near n join membership m on m.record = n.id
                    join membership other on other.ref = m.ref
                    where (select count(*) from begun) > %2$d
            )
            """.formatted(Rows.KEYS, Base.Session.MOST_TOGETHER);

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

    static final String LOCK = "select s.id from source_record s join " + Rows.KEYS
            + " on s.source = k.source and s.source_id = k.source_id" + Rows.IN_KEY_ORDER + " for no key update of s";

    private SessionStatements() {}
}
