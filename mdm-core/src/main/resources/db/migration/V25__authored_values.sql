-- What stewards author stands above what sources say. Every record that the citizen had then carries what is in force, so
-- that it follows the citizen; the decisions themselves stay, those taken back as well.
alter table source_record add column authored jsonb;

create table authored_value (
    id            uuid primary key,
    attribute     text        not null,
    said          jsonb       not null,
    steward       text        not null,
    at            timestamptz not null,
    comment       text,
    taken_back_by text,
    taken_back_at timestamptz
);
