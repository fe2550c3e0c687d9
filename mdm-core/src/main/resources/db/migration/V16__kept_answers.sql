-- What was answered to a call that named itself by an Idempotency-Key, for a day: a second try of the same call gets the
-- same answer. The key itself is not kept, only its hash; the request's fingerprint is made with it, so that nobody who
-- reads this table can try out what a body may have said. An answer holds references, effects and flaws, never a value.
create table kept_answer (
    client      text        not null,
    key_hash    text        not null,
    fingerprint text        not null,
    begun_at    timestamptz not null,
    status      int,
    etag        text,
    answer      text,
    primary key (client, key_hash)
);
create index kept_answer_age on kept_answer (begun_at);
