package fr.unefois.mdm.store;

import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.SourceKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes and removes source records, a batch in one statement; what a source said before goes to the history. */
final class RecordWriter {
    /** What became of an incoming record. */
    enum Effect {
        NEW,
        CHANGED,
        UNCHANGED,
        /** The run has met the key before, with other values: the first one stays. */
        DUPLICATE,
        /** Another transaction inserted the key meanwhile: put it again. */
        RACED
    }

    /**
     * Parameters: the seven arrays, the run or null, whether to take unchanged records for changed, and whether the
     * records wait to be linked. The keys of new records that wait are indexed when they are linked: many at once,
     * sorted, cost a tenth.
     */
    private static final String PUT = """
            with given as (select ?::bigint as run, ?::boolean as force, ?::boolean as waiting),
            incoming as (
                select i.source, i.source_id, i.as_of, i.said::jsonb as said, i.flaws::jsonb as flaws,
                    decode(i.hash, 'hex') as hash, i.keys::bigint[] as keys
                from unnest(?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[])
                    as i(source, source_id, as_of, said, flaws, hash, keys)
            ),
            old as materialized (
                select s.* from source_record s join incoming i on s.source = i.source and s.source_id = i.source_id
                order by s.source, s.source_id for no key update of s
            ),
            met as materialized (
                select o.id, o.content_hash <> i.hash as differs,
                    o.content_hash <> i.hash and r.record is not null as duplicate,
                    h.keys <> i.keys or o.flaws <> i.flaws or g.force as restate,
                    i.*, h.keys as old_keys
                from old o join incoming i on o.source = i.source and o.source_id = i.source_id cross join given g
                join record_keys h on h.record = o.id
                left join run_seen r on r.run = g.run and r.record = o.id
            ),
            kept as (
                insert into source_record_history (record, source, source_id, as_of, said, flaws, from_at, ended)
                select o.id, o.source, o.source_id, o.as_of, o.said, o.flaws, o.changed_at, 'replaced'
                from old o join met m on m.id = o.id where m.differs and not m.duplicate
            ),
            updated as (
                update source_record s set as_of = m.as_of, said = m.said, flaws = m.flaws, content_hash = m.hash,
                    last_run = g.run, changed_at = now(), changed_tx = pg_current_xact_id()
                from met m cross join given g
                where s.id = m.id and (m.differs or m.restate) and not m.duplicate
                returning s.id, m.keys
            ),
            inserted as (
                insert into source_record
                    (source, source_id, as_of, said, flaws, content_hash, first_run, last_run)
                select i.source, i.source_id, i.as_of, i.said, i.flaws, i.hash, g.run, g.run
                from incoming i cross join given g
                where not exists (select from old o where o.source = i.source and o.source_id = i.source_id)
                on conflict (source, source_id) do nothing
                returning id, source, source_id
            ),
            came as materialized (
                select n.id, i.keys from inserted n join incoming i on n.source = i.source and n.source_id = i.source_id
            ),
            rekeyed as (
                update record_keys h set keys = u.keys from updated u where h.record = u.id and h.keys <> u.keys
            ),
            stands as (insert into record_keys (record, keys) select id, keys from came order by id),
            unkeyed as (
                delete from blocking_key b using met m, unnest(m.old_keys) k
                where b.key = k and b.record = m.id and (m.differs or m.restate) and not m.duplicate
                    and k <> all (m.keys)
            ),
            keyed as (
                insert into blocking_key (key, record)
                select k, u.id from updated u cross join unnest(u.keys) k
                union
                select k, c.id from came c cross join unnest(c.keys) k cross join given g where not g.waiting
                order by 1, 2
                on conflict do nothing
            ),
            waits as (
                insert into pending (record)
                select id from (select id from updated union all select id from inserted) w cross join given g
                where g.waiting
                on conflict do nothing
            ),
            seen as (
                insert into run_seen (run, record)
                select g.run, s.id from (select id from met union all select id from inserted) s cross join given g
                where g.run is not null
                on conflict do nothing
            )
            select i.source, i.source_id, case
                when n.id is not null then 'NEW'
                when m.id is null then 'RACED'
                when m.duplicate then 'DUPLICATE'
                when m.differs then 'CHANGED'
                else 'UNCHANGED' end as effect
            from incoming i
            left join inserted n on n.source = i.source and n.source_id = i.source_id
            left join met m on m.source = i.source and m.source_id = i.source_id
            """;

    /** Taken first, in a statement of its own: what comes after sees the keys as whoever had the rows left them. */
    private static final String HOLD = "select s.id from source_record s join " + Rows.KEYS
            + " on s.source = k.source and s.source_id = k.source_id order by s.source, s.source_id for no key update of s";

    private static final String REMOVE = """
            with gone as (
                delete from source_record s using %s where s.source = k.source and s.source_id = k.source_id
                returning s.*
            ),
            kept as (
                insert into source_record_history (record, source, source_id, as_of, said, flaws, from_at, ended)
                select id, source, source_id, as_of, said, flaws, changed_at, 'removed' from gone
            ),
            stood as (delete from record_keys h using gone g where h.record = g.id returning h.record, h.keys),
            unkeyed as (
                delete from blocking_key b using stood s, unnest(s.keys) k where b.key = k and b.record = s.record
            ),
            unlinked as (delete from edge e using gone g where e.a = g.id or e.b = g.id),
            left_by as (delete from membership m using gone g where m.record = g.id),
            waited as (delete from pending p using gone g where p.record = g.id),
            closed as (
                update review_task t set state = 'CLOSED', closed_at = now(), version = t.version + 1
                from gone g where t.state = 'OPEN' and (t.left_record = g.id or t.right_record = g.id)
            )
            select count(*) as removed from gone
            """.formatted(Rows.KEYS);

    private RecordWriter() {}

    static boolean put(Connection connection, CitizenRecord record, List<Flaw> flaws, long[] keys) throws SQLException {
        List<Incoming> one = List.of(new Incoming(record, flaws, keys));
        Effect effect = put(connection, one, null, false, false).get(record.key());
        if (effect == Effect.RACED) {
            put(connection, one, null, false, false);
        }
        return effect != Effect.UNCHANGED;
    }

    /** Writes records of different keys; answers what became of each. */
    static Map<SourceKey, Effect> put(
            Connection connection, List<Incoming> incoming, @Nullable Long run, boolean force, boolean waiting)
            throws SQLException {
        int n = incoming.size();
        String[] sources = new String[n];
        String[] ids = new String[n];
        @Nullable Instant[] dates = new Instant[n];
        String[] said = new String[n];
        String[] flaws = new String[n];
        String[] hashes = new String[n];
        String[] keys = new String[n];
        for (int i = 0; i < n; i++) {
            StorableRecord storable =
                    StorableRecord.of(incoming.get(i).record(), incoming.get(i).flaws());
            CitizenRecord record = storable.record();
            sources[i] = record.key().source();
            ids[i] = record.key().id();
            dates[i] = record.asOf();
            said[i] = RecordJson.said(record);
            flaws[i] = RecordJson.flaws(storable.flaws());
            hashes[i] = HexFormat.of().formatHex(ContentHash.of(record, said[i]));
            keys[i] = Sql.literal(incoming.get(i).keys());
        }
        List<Long> ignored = Sql.query(connection, HOLD, row -> row.getLong("id"), sources, ids);
        Map<SourceKey, Effect> effects = new TreeMap<>();
        Sql.query(
                connection,
                PUT,
                row -> effects.put(Rows.key(row), Effect.valueOf(row.getString("effect"))),
                run,
                force,
                waiting,
                sources,
                ids,
                dates,
                said,
                flaws,
                hashes,
                keys);
        return effects;
    }

    static int remove(Connection connection, Collection<SourceKey> keys) throws SQLException {
        return Sql.query(connection, REMOVE, row -> row.getInt("removed"), Rows.sources(keys), Rows.ids(keys))
                .get(0);
    }
}
