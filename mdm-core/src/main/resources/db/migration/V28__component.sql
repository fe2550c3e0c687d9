-- What is resolved together with a change. As one recursive statement it took longer to plan and to start than to run, and
-- it ran twice for every record that came. Here each step is planned once a connection.

create index judgement_same on judgement (left_source, left_id) where in_force and verdict = 'SAME';

-- Read both ways without a look at the table.
drop index edge_b;
create index edge_b on edge (b, a);

-- The seeds that are stored, and the stored ones that any of them, stored or not, was judged the same as; those nearest.
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

-- All that hangs together with the seeds over edges and SAME judgements, or so much of it that it is more than so many.
create function reached(seeds bigint[], most int) returns bigint[] language plpgsql stable as $$
declare
    judged boolean := exists (select from judgement where in_force and verdict = 'SAME');
    found_now bigint[] := array(select distinct unnest(seeds));
    all_found bigint[] := found_now;
    judged_now bigint[];
begin
    while cardinality(found_now) > 0 and cardinality(all_found) <= most loop
        judged_now := '{}';
        if judged then
            judged_now := array(
                select t.id from source_record f
                join judgement j on j.left_source = f.source and j.left_id = f.source_id
                join source_record t on t.source = j.right_source and t.source_id = j.right_id
                where f.id = any (found_now) and j.in_force and j.verdict = 'SAME'
                union all
                select t.id from source_record f
                join judgement j on j.right_source = f.source and j.right_id = f.source_id
                join source_record t on t.source = j.left_source and t.source_id = j.left_id
                where f.id = any (found_now) and j.in_force and j.verdict = 'SAME');
        end if;
        found_now := array(
            select n.id from (
                select e.b as id from edge e where e.a = any (found_now)
                union
                select e.a from edge e where e.b = any (found_now)
                union
                select * from unnest(judged_now)
            ) n where n.id <> all (all_found));
        all_found := all_found || found_now;
    end loop;
    return all_found;
end $$;

-- Whole clusters of the seeds and of their neighbours: those of what changed, then the nearest as long as they are no more
-- than so many records. A record is as near as the weakest edge on the way to it.
create function nearest(seeds bigint[], nearness int[], most int) returns bigint[] language plpgsql stable as $$
begin
    return array(
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
        select coalesce(m.record, c.unlinked)
        from counted c left join membership m on m.ref = c.ref
        where c.near = 2147483647 or c.records <= most);
end $$;

-- What is resolved together with the seeds: all that hangs together with them, or, where that is more than so many
-- records, the nearest of it. Of a component no more is read than tells that it is too large: one of any size costs the
-- same.
create function component(seeds bigint[], nearness int[], most int) returns bigint[] language plpgsql stable as $$
declare
    found_all bigint[] := reached(seeds, most);
begin
    return case when cardinality(found_all) > most then nearest(seeds, nearness, most) else found_all end;
end $$;

-- The same, held until the transaction ends, and still all of it once it is. To add to what is held would be to lock out of
-- turn, and two that do so wait for each other: what is held is given back, and the larger set is taken. Locks are advisory
-- ("record" in ASCII, and the row): to lock sixty rows would be to write to sixty pages for a change of one. The rows are
-- left in mdm.held for the next statement, which sees what was committed before the last lock was given.
create function hold_component(sources text[], source_ids text[], nearness int[], most int)
returns void language plpgsql volatile as $$
declare
    seeds bigint[];
    near int[];
    held bigint[];
    now_together bigint[];
begin
    select coalesce(array_agg(s.id), '{}'), coalesce(array_agg(s.near), '{}') into seeds, near
    from sown(sources, source_ids, nearness) s;
    loop
        begin
            held := component(seeds, near, most);
            perform pg_advisory_xact_lock(8243104023283236864 + id) from (select unnest(held) as id order by 1) sorted;
            now_together := component(seeds, near, most);
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
