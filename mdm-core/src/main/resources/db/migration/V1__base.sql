-- The base. Primary are: what the sources said (source_record and its history), what people decided (judgement),
-- and the references handed out (citizen.ref, ref_redirect). All else can be rebuilt from these.
--
-- source_record is wide and written once per version; what the engine says of a record (membership, pending, keys,
-- edges) is narrow and kept apart, so that linking a million records rewrites no wide row. These narrow tables have no
-- foreign keys: checking them costs more than writing them, and only this package writes here.

create table pull_run (
    id           bigint generated always as identity primary key,
    version      int         not null default 0,
    sources      text[]      not null default '{}',
    state        text        not null check (state in ('REQUESTED', 'RUNNING', 'DONE', 'FAILED', 'STOPPED')),
    requested_by text        not null,
    requested_at timestamptz not null,
    started_at   timestamptz,
    finished_at  timestamptz,
    report       jsonb       not null default '{}'
);

-- Source keys sort by their bytes everywhere, whatever the server's locale.
create table source_record (
    id           bigint generated always as identity primary key,
    source       text collate "C" not null,
    source_id    text collate "C" not null,
    as_of        timestamptz,
    said         jsonb       not null,
    flaws        jsonb       not null default '[]',
    content_hash bytea       not null,
    keys         bigint[]    not null,
    first_run    bigint,
    last_run     bigint,
    first_seen   timestamptz not null default now(),
    changed_at   timestamptz not null default now(),
    changed_tx   xid8        not null default pg_current_xact_id(),
    constraint source_record_key unique (source, source_id)
);

-- What a source said before, until its retention ends.
create table source_record_history (
    record     bigint      not null,
    source     text collate "C" not null,
    source_id  text collate "C" not null,
    as_of      timestamptz,
    said       jsonb       not null,
    flaws      jsonb       not null,
    from_at    timestamptz not null,
    until_at   timestamptz not null default now(),
    ended      text        not null check (ended in ('replaced', 'removed')),
    changed_tx xid8        not null default pg_current_xact_id()
);
create index source_record_history_key on source_record_history (source, source_id, until_at);
create index source_record_history_removed on source_record_history (changed_tx) where ended = 'removed';

create table membership (
    record bigint primary key,
    ref    uuid not null
);
create index membership_ref on membership (ref);

-- Records that are new or changed and not yet linked.
create table pending (
    record bigint primary key
);

-- Which records a run has met, until it ends: what it did not meet was deleted at the source.
create table run_seen (
    run    bigint not null,
    record bigint not null,
    primary key (run, record)
);

create table blocking_key (
    key    bigint not null,
    record bigint not null,
    primary key (key, record)
);

-- Pairs at or above the model's floor: they hold the components together. a < b.
create table edge (
    a      bigint not null,
    b      bigint not null,
    weight int    not null,
    primary key (a, b),
    check (a < b)
);
create index edge_b on edge (b);

create table citizen (
    ref         uuid primary key,
    version     bigint      not null,
    golden      jsonb       not null,
    link_weight int         not null,
    changed_at  timestamptz not null default now()
);

-- References that answer no more by themselves. into_refs has one that answers for it (merged), several (split) or none.
create table ref_redirect (
    ref       uuid primary key,
    into_refs uuid[]      not null,
    kind      text        not null check (kind in ('merged', 'split', 'gone', 'erased')),
    at        timestamptz not null default now()
);

-- Judgements are of source keys, not of rows: they outlive a record's deletion and return.
create table judgement (
    id           bigint generated always as identity primary key,
    left_source  text collate "C" not null,
    left_id      text collate "C" not null,
    right_source text collate "C" not null,
    right_id     text collate "C" not null,
    verdict      text        not null check (verdict in ('SAME', 'DIFFERENT', 'UNSURE')),
    steward      text        not null,
    at           timestamptz not null,
    comment      text,
    in_force     boolean     not null
);
create unique index judgement_in_force on judgement (left_source, left_id, right_source, right_id) where in_force;
create index judgement_right on judgement (right_source, right_id) where in_force;

create table review_task (
    id           uuid primary key,
    version      int         not null default 0,
    left_ref     uuid        not null,
    right_ref    uuid        not null,
    left_record  bigint      not null,
    right_record bigint      not null,
    left_source  text collate "C" not null,
    left_id      text collate "C" not null,
    right_source text collate "C" not null,
    right_id     text collate "C" not null,
    weight       int         not null,
    evidence     jsonb       not null,
    state        text        not null check (state in ('OPEN', 'JUDGED', 'CLOSED')),
    opened_at    timestamptz not null default now(),
    closed_at    timestamptz
);
create index review_task_open on review_task (weight desc, id) where state = 'OPEN';
create index review_task_left on review_task (left_record) where state = 'OPEN';
create index review_task_right on review_task (right_record) where state = 'OPEN';

-- tx lets a reader stop before the oldest transaction still running, so that it misses no row that commits late.
create table change_event (
    seq        bigint generated always as identity primary key,
    tx         xid8        not null default pg_current_xact_id(),
    ref        uuid        not null,
    kind       text        not null check (kind in ('CREATED', 'CHANGED', 'MERGED', 'SPLIT', 'RETIRED')),
    attributes text[]      not null,
    others     uuid[]      not null,
    at         timestamptz not null default now()
);
create index change_event_ref on change_event (ref, seq);

-- The raw row is kept here alone: it is what the source's owner needs to mend it.
create table quarantine (
    id     bigint generated always as identity primary key,
    run    bigint,
    source text        not null,
    file   text        not null,
    line   bigint      not null,
    field  text,
    reason text        not null,
    raw    text        not null,
    at     timestamptz not null default now()
);
create index quarantine_run on quarantine (run, id);
