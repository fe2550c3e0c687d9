-- What is resolved together with a change. As one recursive statement it took longer to plan and to start than to run, and
-- it ran twice for every record that came. Here each step is planned once a connection.

create index judgement_same on judgement (left_source, left_id) where in_force and verdict = 'SAME';

-- The records that hang together with these: over edges, and over SAME judgements.
create function neighbours(of bigint[]) returns setof bigint language plpgsql stable as $$
begin
    return query
        select e.b from edge e where e.a = any (of)
        union all
        select e.a from edge e where e.b = any (of);
    if exists (select from judgement where in_force and verdict = 'SAME') then
        return query
            select t.id from source_record f
            join judgement j on j.left_source = f.source and j.left_id = f.source_id
            join source_record t on t.source = j.right_source and t.source_id = j.right_id
            where f.id = any (of) and j.in_force and j.verdict = 'SAME'
            union all
            select t.id from source_record f
            join judgement j on j.right_source = f.source and j.right_id = f.source_id
            join source_record t on t.source = j.left_source and t.source_id = j.left_id
            where f.id = any (of) and j.in_force and j.verdict = 'SAME';
    end if;
end $$;

-- The seeds that are stored, and the stored ones that any of them, stored or not, was judged the same as.
create function sown(sources text[], source_ids text[], nearness int[])
returns table (id bigint, near int) language plpgsql stable as $$
begin
    return query
        select s.id, k.near from unnest(sources, source_ids, nearness) as k(source, source_id, near)
        join source_record s on s.source = k.source and s.source_id = k.source_id;
    if exists (select from judgement where in_force and verdict = 'SAME') then
        return query
            select t.id, 2147483647 from unnest(sources, source_ids) as k(source, source_id)
            join judgement j on j.left_source = k.source and j.left_id = k.source_id
            join source_record t on t.source = j.right_source and t.source_id = j.right_id
            where j.in_force and j.verdict = 'SAME'
            union all
            select t.id, 2147483647 from unnest(sources, source_ids) as k(source, source_id)
            join judgement j on j.right_source = k.source and j.right_id = k.source_id
            join source_record t on t.source = j.left_source and t.source_id = j.left_id
            where j.in_force and j.verdict = 'SAME';
    end if;
end $$;

-- Whole clusters of the seeds and of their neighbours: those of what changed, then the nearest as long as they are no more
-- than so many records. A record is as near as the weakest edge on the way to it.
create function nearest(seeds bigint[], nearness int[], most int) returns bigint[] language sql stable as $$
    with seed(id, near) as (select * from unnest(seeds, nearness)),
    met(id, near) as (
        select * from seed
        union all
        select e.b, least(s.near, e.weight) from seed s join edge e on e.a = s.id
        union all
        select e.a, least(s.near, e.weight) from seed s join edge e on e.b = s.id
    ),
    crowd(ref, unlinked, near) as (
        select m.ref, case when m.ref is null then n.id end, max(n.near)
        from met n left join membership m on m.record = n.id
        group by 1, 2
        order by 3 desc, 1, 2 limit most
    ),
    counted(ref, unlinked, near, records) as (
        select c.*, sum(greatest(1, (select count(*) from membership m where m.ref = c.ref)))
            over (order by c.near desc, c.ref, c.unlinked)
        from crowd c
    )
    select array_agg(coalesce(m.record, c.unlinked))
    from counted c left join membership m on m.ref = c.ref
    where c.near = 2147483647 or c.records <= most
$$;

-- All that hangs together with the seeds; where that is more than so many records, the nearest of it. Of a component no
-- more is read than tells that it is too large: so one of any size costs the same.
create function component(sources text[], source_ids text[], nearness int[], most int)
returns bigint[] language plpgsql stable as $$
declare
    seeds bigint[];
    near int[];
    reached bigint[];
    edge_of bigint[];
begin
    select array_agg(s.id), array_agg(s.near) into seeds, near from sown(sources, source_ids, nearness) s;
    select array_agg(distinct id) into reached from unnest(seeds) id;
    edge_of := reached;
    while edge_of is not null and cardinality(reached) <= most loop
        select array_agg(distinct n) into edge_of from neighbours(edge_of) n where n <> all (reached);
        reached := reached || edge_of;
    end loop;
    if cardinality(reached) > most then
        return nearest(seeds, near, most);
    end if;
    return coalesce(reached, '{}');
end $$;

-- The same, its rows locked in the order of their keys and still all of it once they are. To add to what is held would be
-- to lock out of turn, and two that do so wait for each other: what is held is given back, and the larger set is taken.
-- The rows are left in mdm.held for the next statement, which sees what was committed before the last lock was given.
create function hold_component(sources text[], source_ids text[], nearness int[], most int)
returns void language plpgsql volatile as $$
declare
    held bigint[];
    now_together bigint[];
begin
    loop
        begin
            held := component(sources, source_ids, nearness, most);
            perform from source_record where id = any (held) order by source, source_id for no key update;
            now_together := component(sources, source_ids, nearness, most);
            if now_together <@ held then
                perform set_config('mdm.held', now_together::text, true);
                return;
            end if;
            raise exception 'more hangs together than is held' using errcode = 'MD002';
        exception
            when sqlstate 'MD002' then null;
        end;
    end loop;
end $$;
