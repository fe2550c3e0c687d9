-- A change has one instant: the golden record's, its history's, its event's and its redirects'. The writer takes it from
-- the clock once it holds what it changes, so that the changes of one citizen follow each other; who asks for a citizen
-- as of an event's instant sees what that event brought about.
create function change_instant() returns timestamptz language sql stable as $$
    select coalesce(nullif(current_setting('mdm.instant', true), '')::timestamptz, now())
$$;
alter table citizen alter column changed_at set default change_instant();
alter table ref_redirect alter column at set default change_instant();
alter table change_event alter column at set default change_instant();

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
