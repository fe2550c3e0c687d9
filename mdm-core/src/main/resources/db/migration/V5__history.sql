-- Golden records through time, and changes in an order that readers can trust.

-- The retired references that a record had, the last one last. A reference that was merged away answers by where its
-- records are now, and comes back where they part again. Triggers keep them, so that every writer does: a record that
-- moves remembers whence, and when that reference is retired in the same transaction, the record had it.
alter table membership add column past uuid[] not null default '{}';
alter table membership add column left_ref uuid;
alter table membership add column left_tx xid8;
create index membership_past on membership using gin (past) where past <> '{}';
create index membership_left on membership (left_ref) where left_ref is not null;

create function keep_left() returns trigger language plpgsql as $$
begin
    new.left_ref := old.ref;
    new.left_tx := pg_current_xact_id();
    new.past := array_remove(old.past, new.ref);
    return new;
end $$;
create trigger membership_keeps_left before update of ref on membership
    for each row when (old.ref <> new.ref) execute function keep_left();

-- What a golden record was until it changed: only the attributes that changed, with the values they had (null where
-- there was none), so that a load that creates a million citizens writes nothing here, and the present undone step by
-- step is any instant before. `ended` where the reference stopped carrying a citizen: then `was` is all there was.
create table citizen_history (
    ref         uuid        not null,
    version     bigint      not null,
    from_at     timestamptz not null,
    until_at    timestamptz not null,
    was         jsonb       not null,
    crosswalk   jsonb       not null,
    link_weight int         not null,
    ended       boolean     not null
) partition by range (until_at);
create index citizen_history_ref on citizen_history (ref, version);
create table citizen_history_rest partition of citizen_history default;

-- This month's partition and those to come; a month whose rows already went to the rest stays there.
create function citizen_history_months(ahead int) returns void language plpgsql as $$
declare
    month date;
begin
    perform pg_advisory_xact_lock(hashtext('citizen_history_months'));
    for n in 0..ahead loop
        month := date_trunc('month', now() at time zone 'UTC') + make_interval(months => n);
        if to_regclass('citizen_history_' || to_char(month, 'YYYY_MM')) is null then
            begin
                execute format(
                    'create table %I partition of citizen_history for values from (%L) to (%L)',
                    'citizen_history_' || to_char(month, 'YYYY_MM'),
                    month::timestamp at time zone 'UTC',
                    (month + interval '1 month')::timestamp at time zone 'UTC');
            exception when check_violation then null;
            end;
        end if;
    end loop;
end $$;

create function keep_history() returns trigger language plpgsql as $$
declare
    at timestamptz := clock_timestamp();
begin
    if tg_op = 'DELETE' then
        insert into citizen_history (ref, version, from_at, until_at, was, crosswalk, link_weight, ended)
        select w.ref, w.version, w.changed_at, at, w.golden -> 'attributes', w.golden -> 'crosswalk', w.link_weight, true
        from was w;
        update membership m set past = array_append(array_remove(m.past, w.ref), w.ref)
        from was w where m.left_ref = w.ref and m.left_tx = pg_current_xact_id();
    else
        insert into citizen_history (ref, version, from_at, until_at, was, crosswalk, link_weight, ended)
        select w.ref, w.version, w.changed_at, at,
            (select coalesce(jsonb_object_agg(key, coalesce(o.value, 'null')), '{}')
                from jsonb_each(w.golden -> 'attributes') o full join jsonb_each(n.golden -> 'attributes') p using (key)
                where o.value is distinct from p.value),
            w.golden -> 'crosswalk', w.link_weight, false
        from was w join became n on n.ref = w.ref
        where n.version <> w.version;
    end if;
    return null;
end $$;
create trigger citizen_keeps_history after update on citizen
    referencing old table as was new table as became for each statement execute function keep_history();
create trigger citizen_keeps_its_end after delete on citizen
    referencing old table as was for each statement execute function keep_history();

-- Why a change happened: which records came, were corrected or went, or which steward decided. The transaction says so.
alter table change_event add column cause jsonb not null
    default coalesce(nullif(current_setting('mdm.cause', true), ''), '{"kind": "LINKED"}')::jsonb;
alter table change_event drop constraint change_event_kind_check;
alter table change_event add constraint change_event_kind_check
    check (kind in ('CREATED', 'CHANGED', 'MERGED', 'SPLIT', 'RESTORED', 'RETIRED'));

-- Readers take the events in the order of (tx, seq), and none whose tx is not older than every running transaction: so
-- none that commits late is lost. A transaction may be older than another that changed the same citizen before it: its
-- event then counts as of that other transaction, which keeps each citizen's events in their order.
create function order_change() returns trigger language plpgsql as $$
begin
    new.tx := greatest(
        new.tx, coalesce((select e.tx from change_event e where e.ref = new.ref order by e.seq desc limit 1), new.tx));
    return new;
end $$;
create trigger change_event_in_order before insert on change_event
    for each row when (new.kind <> 'CREATED') execute function order_change();
create index change_event_order on change_event (tx, seq);

-- A judgement that was taken back is kept, and says nothing.
alter table judgement drop constraint judgement_verdict_check;
alter table judgement add constraint judgement_verdict_check
    check (verdict in ('SAME', 'DIFFERENT', 'UNSURE', 'WITHDRAWN'));
