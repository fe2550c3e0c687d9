-- What was written while a bulk walk was thinking, found without reading everything: a bulk write that is built beside the
-- tables in use looks for it behind the gate.
--
-- The largest transaction of each 32 pages: those written since a snapshot are few and found at once. An index that is only
-- a summary costs a change of a row next to nothing (from PostgreSQL 16 on, the row may still be changed in its page).
create index source_record_changed on source_record using brin ((changed_tx::text::bigint)) with (pages_per_range = 32);

-- Whether a row that bears this transaction (its xmin) was written by one that the snapshot does not see. The row has the
-- transaction's lower 32 bits; it is the nearest to the snapshot of all that end so.
create function written_since(written xid, seen pg_snapshot) returns boolean language sql immutable parallel safe as $$
    select not pg_visible_in_snapshot(
        (u.upper + ((written::text::bigint - u.upper) % 4294967296 + 6442450944) % 4294967296 - 2147483648)::text::xid8,
        seen)
    from (select pg_snapshot_xmax(seen)::text::bigint as upper) u
$$;

-- The attributes that changed, with the values they had; null where there was none.
create function differing(was jsonb, became jsonb) returns jsonb language sql immutable parallel safe as $$
    select coalesce(jsonb_object_agg(key, coalesce(o.value, 'null')), '{}')
    from jsonb_each(was) o full join jsonb_each(became) p using (key)
    where o.value is distinct from p.value
$$;

create or replace function keep_history() returns trigger language plpgsql as $$
declare
    at timestamptz := change_instant();
begin
    if tg_op = 'DELETE' then
        insert into citizen_history (ref, version, from_at, until_at, was, crosswalk, link_weight, ended)
        select w.ref, w.version, w.changed_at, at, w.golden -> 'attributes', w.golden -> 'crosswalk', w.link_weight, true
        from was w;
        update membership m set past = array_append(array_remove(m.past, w.ref), w.ref)
        from was w where m.left_ref = w.ref and m.left_tx = pg_current_xact_id();
    else
        insert into citizen_history (ref, version, from_at, until_at, was, crosswalk, link_weight, ended)
        select w.ref, w.version, w.changed_at, at, differing(w.golden -> 'attributes', n.golden -> 'attributes'),
            w.golden -> 'crosswalk', w.link_weight, false
        from was w join became n on n.ref = w.ref
        where n.version <> w.version;
    end if;
    return null;
end $$;

-- Who adds months does not wait for a bulk write that adds to the table, nor keep others waiting behind: the months ahead are
-- there already.
create or replace function citizen_history_months(ahead int) returns void language plpgsql as $$
declare
    month date;
begin
    perform pg_advisory_xact_lock(hashtext('citizen_history_months'));
    perform set_config('lock_timeout', '1s', true);
    for n in 0..ahead loop
        month := date_trunc('month', now() at time zone 'UTC') + make_interval(months => n);
        if to_regclass('citizen_history_' || to_char(month, 'YYYY_MM')) is null then
            begin
                execute format(
                    'create table %I partition of citizen_history for values from (%L) to (%L)',
                    'citizen_history_' || to_char(month, 'YYYY_MM'),
                    month::timestamp at time zone 'UTC',
                    (month + interval '1 month')::timestamp at time zone 'UTC');
            exception when check_violation or lock_not_available then null;
            end;
        end if;
    end loop;
end $$;
alter function citizen_history_months(int) security definer set search_path from current;
