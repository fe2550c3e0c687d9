-- Each part of the service has the rights that it needs and no more. The account that migrates owns everything; a process
-- takes on the role of what it does as soon as it connects:
--   mdm_application  serves: writes records and decisions, adds to the account of accesses, alters no row of it
--   mdm_reader       reads golden records for service contracts, and of those only what a contract's sight includes
--   mdm_batch        pulls and links: knows nothing of accesses, contracts, subscriptions
--   mdm_auditor      verifies the account of accesses: knows no citizen
-- Roles belong to the whole server: another base on it may have made them before.
do $$
declare
    wanted text;
begin
    foreach wanted in array array['mdm_application', 'mdm_reader', 'mdm_batch', 'mdm_auditor'] loop
        begin
            if not exists (select from pg_roles where rolname = wanted) then
                execute format('create role %I nologin', wanted);
            end if;
            if not (select rolsuper from pg_roles where rolname = current_user) then
                execute format('grant %I to %I', wanted, current_user);
            end if;
        exception
            when duplicate_object or unique_violation then null;
            when insufficient_privilege then
                raise exception 'the account may not make the role %', wanted using
                    errcode = 'insufficient_privilege',
                    hint = format('As the server''s administrator: create role %1$I nologin; grant %1$I to %2$I;',
                        wanted, current_user);
        end;
        execute format('grant usage on schema %I to %I', current_schema(), wanted);
    end loop;
end $$;

grant select on flyway_schema_history to mdm_application, mdm_batch, mdm_auditor;

-- What linking reads and writes.
grant select, insert, update, delete on
    source_record, source_record_history, membership, pending, blocking_key, edge, citizen, citizen_history, ref_redirect,
    judgement, review_task, change_event, authored_value, consent, model_version, model_in_force, pull_run, run_seen,
    quarantine
    to mdm_application, mdm_batch;

grant select, insert, update, delete on
    batch_job_instance, batch_job_execution, batch_job_execution_params, batch_step_execution,
    batch_step_execution_context, batch_job_execution_context
    to mdm_batch;
grant usage on sequence batch_step_execution_seq, batch_job_execution_seq, batch_job_instance_seq to mdm_batch;

-- What serving needs beyond.
grant select, insert, update, delete on kept_answer, subscription, dead_letter to mdm_application;
grant select, insert, update on service_contract, audit_chain to mdm_application;
grant select, insert on access_audit, audit_seal, audit_segment, access_alarm to mdm_application;

grant select on access_audit, access_audit_unchained, audit_chain, audit_seal, audit_segment, access_alarm, service_contract
    to mdm_auditor;

grant select on citizen, citizen_history to mdm_reader;

-- Months' partitions are made at every start, whoever starts.
alter function citizen_history_months(int) security definer set search_path from current;

-- Whom and what the reader may see, for one transaction; nothing where nobody said.
create function sight() returns jsonb language sql stable as $$
    select nullif(current_setting('mdm.sight', true), '')::jsonb
$$;

-- A missing list limits nothing, an empty one includes nobody.
create function sees(crosswalk jsonb, addresses jsonb) returns boolean language plpgsql stable as $$
declare
    s jsonb := sight();
begin
    return s is not null
        and (s -> 'known' is null or jsonb_path_exists(crosswalk, '$[*].source ? (@ == $known[*])', s))
        and (s -> 'sources' is null or jsonb_path_exists(crosswalk, '$[*].source ? (@ == $sources[*])', s))
        and (s -> 'postcodes' is null
            or coalesce(jsonb_path_exists(addresses, '$[*].values[*].postcode ? (@ == $postcodes[*])', s), false));
end $$;

-- The past of a reference is in sight where its citizen is, or where the last one under it was.
create function sees_past(of uuid) returns boolean language plpgsql stable security definer set search_path from current
as $$
declare
    seen boolean;
begin
    select sees(golden -> 'crosswalk', golden -> 'attributes' -> 'addresses') into seen from citizen where ref = of;
    if not found then
        select sees(crosswalk, was -> 'addresses') into seen
        from citizen_history where ref = of and ended order by version desc limit 1;
    end if;
    return coalesce(seen, false);
end $$;

-- Of the attributes those in sight.
create function shown(attributes jsonb) returns jsonb language sql stable as $$
    select coalesce(jsonb_object_agg(a.key, a.value), '{}')
    from jsonb_each(attributes) a where sight() -> 'attributes' ? a.key
$$;

create function shown_golden(golden jsonb) returns jsonb language sql stable as $$
    select golden || jsonb_build_object('attributes', shown(golden -> 'attributes'))
$$;

alter table citizen enable row level security;
create policy citizen_in_sight on citizen for select to mdm_reader
    using (sees(golden -> 'crosswalk', golden -> 'attributes' -> 'addresses'));
create policy citizen_for_writers on citizen to mdm_application, mdm_batch using (true) with check (true);

alter table citizen_history enable row level security;
create policy citizen_history_in_sight on citizen_history for select to mdm_reader using (sees_past(ref));
create policy citizen_history_for_writers on citizen_history to mdm_application, mdm_batch
    using (true) with check (true);
