-- The account of accesses, so that no change of it goes unseen. Each process writes a chain: a row's hash covers the
-- row and the hash before it. Once a minute all chains' new rows become segments of a seal, whose root covers them and
-- the seal before; roots leave the host. A segment whose retention has ended loses its rows and keeps its two hashes,
-- so that what comes after it can still be verified.

-- Nothing was in production when chains came: what trials wrote before is kept, apart and unread.
alter table access_audit rename to access_audit_unchained;
alter index access_audit_citizen rename to access_audit_unchained_citizen;

create table access_audit (
    chain            uuid        not null,
    seq              bigint      not null,
    at               timestamptz not null,
    client           text        not null,
    agent            text,
    on_behalf_of     uuid,
    contract         text        not null,
    contract_version text        not null,
    purpose          text        not null,
    operation        text        not null,
    citizen          uuid        not null,
    attributes       text[]      not null,
    hash             bytea       not null,
    primary key (chain, seq)
);
create index access_audit_citizen on access_audit (citizen, at desc);
create index access_audit_client on access_audit (client, at);

-- Where each chain ends, moved in the transaction that lengthens it.
create table audit_chain (
    chain      uuid primary key,
    started_at timestamptz not null default now(),
    seq        bigint      not null,
    hash       bytea       not null
);

create table audit_seal (
    no       bigint primary key,
    at       timestamptz not null,
    previous bytea       not null,
    root     bytea       not null
);

create table audit_segment (
    seal       bigint not null,
    chain      uuid   not null,
    from_seq   bigint not null,
    to_seq     bigint not null,
    start_hash bytea  not null,
    end_hash   bytea  not null,
    purged_at  timestamptz,
    primary key (chain, from_seq)
);
create index audit_segment_seal on audit_segment (seal);
