-- Who wants to be told of changes, and how far each has been told: every event up to (tx, seq) was delivered or is a dead
-- letter. The secret that signs is made from the reference keys and the id; none is kept here. A process that delivers
-- holds the subscription for a while; where it dies, another takes over when that while is over.
create table subscription (
    id          uuid primary key,
    client      text        not null,
    agent       text,
    purpose     text        not null,
    url         text        not null,
    key_version int         not null,
    created_at  timestamptz not null,
    tx          xid8        not null,
    seq         bigint      not null,
    attempts    int         not null default 0,
    next_at     timestamptz not null,
    reason      text,
    holder      uuid,
    held_until  timestamptz
);
create index subscription_client on subscription (client, created_at);
create index subscription_next on subscription (next_at);

-- Events that could not be delivered, until they are replayed; `again` where they are to be tried once more.
create table dead_letter (
    subscription uuid        not null references subscription (id) on delete cascade,
    tx           xid8        not null,
    seq          bigint      not null,
    at           timestamptz not null,
    reason       text        not null,
    again        boolean     not null default false,
    primary key (subscription, tx, seq)
);
