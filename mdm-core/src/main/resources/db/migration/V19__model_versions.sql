-- The model versions that this base has been linked under; the text is that of linkage-model.yml, empty for the shipped one.
create table model_version (
    version text primary key,
    model   text        not null,
    since   timestamptz not null default now()
);

-- One at most: a base that was filled before versions were kept has none until it is linked again.
create table model_in_force (
    one     boolean primary key default true check (one),
    version text    not null references model_version
);

-- A writer follows the version in force, or none: it asks once it is through the gate, where none can come into force.
create function under_model(followed text) returns void language plpgsql as $$
begin
    if exists (select from model_in_force where version <> followed) then
        raise exception 'another model version is in force' using errcode = 'MD001';
    end if;
end
$$;
