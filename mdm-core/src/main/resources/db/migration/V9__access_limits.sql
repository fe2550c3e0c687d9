-- Alarms are events: the metric and the log tell of them too. They name a client and a number, nobody's data.
create table access_alarm (
    id       bigint generated always as identity primary key,
    at       timestamptz not null,
    client   text        not null,
    contract text        not null,
    kind     text        not null,
    count    int         not null
);

-- What a version of a contract allowed beyond what was kept of it before.
alter table service_contract
    add column sources               text[] not null default '{}',
    add column minimum_certification int    not null default 0,
    add column conditions            text   not null default '',
    add column valid_from            date,
    add column valid_until           date;
