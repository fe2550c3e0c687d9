-- Who read or changed whose data, under which contract, and why. Names of attributes, never values. Rows are only
-- ever added; `citizen` is the reference as it was then, so that the account outlives merges.

create table service_contract (
    name       text        not null,
    version    text        not null,
    client     text        not null,
    sector     text        not null,
    purposes   text[]      not null,
    legal_basis text       not null,
    subject    text        not null,
    operations text[]      not null,
    readable   text[]      not null,
    searchable text[]      not null,
    writable   text[]      not null,
    first_seen timestamptz not null default now(),
    primary key (name, version)
);

create table access_audit (
    id               bigint generated always as identity primary key,
    at               timestamptz not null,
    client           text        not null,
    agent            text,
    contract         text        not null,
    contract_version text        not null,
    purpose          text        not null,
    operation        text        not null,
    citizen          uuid        not null,
    attributes       text[]      not null
);
create index access_audit_citizen on access_audit (citizen, id desc);

-- From a reference back to those that led to it: whoever read her under an old reference read her.
create index ref_redirect_into on ref_redirect using gin (into_refs);
