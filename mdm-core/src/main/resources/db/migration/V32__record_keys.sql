-- The keys that a record stands under in blocking_key, or will once it is linked. Apart from what its source says: a first
-- load knows them only once it has counted which blocks are too large, and other rules write them anew.
-- Nobody writes a record between the copy and the end.
lock table source_record in access exclusive mode;

create table record_keys (
    record bigint primary key,
    keys   bigint[] not null
);
insert into record_keys (record, keys) select id, keys from source_record order by id;
alter table source_record drop column keys;
grant select, insert, update, delete on record_keys to mdm_application, mdm_batch;

-- Keys of blocks that were too large when the model came into force, eight bytes each, sorted: part of the version, so that
-- whether two records meet depends on these two and on the version alone.
alter table model_version add column hot bytea;
