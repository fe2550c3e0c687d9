-- What citizens consented to, or took back, latest last. A consent is of the record through which they spoke, as a
-- judgement is: it follows that record through merges and splits, and ends with it.
create table consent (
    id        bigint generated always as identity primary key,
    source    text collate "C" not null,
    source_id text collate "C" not null,
    name      text        not null,
    given     boolean     not null,
    wording   text        not null,
    client    text        not null,
    at        timestamptz not null
);
create index consent_record on consent (source, source_id, name, id);

-- Whose records name this one as a parent: few records tie, so the index holds only those.
create index source_record_ties on source_record using gin ((said -> 'relations') jsonb_path_ops)
    where said -> 'relations' is not null;
