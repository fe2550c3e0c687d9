package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Base;
import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.change.Cause;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** One transaction of the base over one connection. */
final class PostgresSession implements Base.Session {
    /** A server with default settings holds some ten thousand advisory locks for all its transactions. */
    private static final int MOST_LOCKS = 4000;

    private static final String COMPONENT = """
            with recursive seed(source, source_id) as (
                select k.source, k.source_id from %1$s
                union
                select j.right_source, j.right_id from %1$s
                    join judgement j on j.left_source = k.source and j.left_id = k.source_id
                    where j.in_force and j.verdict = 'SAME'
                union
                select j.left_source, j.left_id from %1$s
                    join judgement j on j.right_source = k.source and j.right_id = k.source_id
                    where j.in_force and j.verdict = 'SAME'
            ),
            reached(id) as (
                select s.id from seed k join source_record s on s.source = k.source and s.source_id = k.source_id
                union
                select next.id from reached r cross join lateral (
                    select e.b as id from edge e where e.a = r.id
                    union all
                    select e.a from edge e where e.b = r.id
                    union all
                    select t.id from source_record f
                        join judgement j on j.left_source = f.source and j.left_id = f.source_id
                        join source_record t on t.source = j.right_source and t.source_id = j.right_id
                        where f.id = r.id and j.in_force and j.verdict = 'SAME'
                    union all
                    select t.id from source_record f
                        join judgement j on j.right_source = f.source and j.right_id = f.source_id
                        join source_record t on t.source = j.left_source and t.source_id = j.left_id
                        where f.id = r.id and j.in_force and j.verdict = 'SAME'
                ) next
            )
            """.formatted(Rows.KEYS);

    /** Merged or split away, not erased, and nobody else's record had it; locked, so that it comes back once. */
    private static final String RETIRED = """
            select r.ref, coalesce((select max(h.version) from citizen_history h where h.ref = r.ref), 0) as version
            from ref_redirect r
            where r.ref = any(?) and r.kind in ('merged', 'split') and not exists (
                select from membership m join source_record s on s.id = m.record
                where m.past <> '{}' and m.past @> array[r.ref] and (s.source, s.source_id) not in
                    (select k.source, k.source_id from %s))
            order by r.ref for update of r
            """.formatted(Rows.KEYS);

    /** {@code judged} in ASCII. */
    private static final long JUDGEMENTS = 0x6A7564676564L;

    private final Connection connection;

    PostgresSession(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void lock(long[] keys) {
        long[] sorted = Arrays.stream(keys).sorted().distinct().toArray();
        if (sorted.length > MOST_LOCKS) {
            throw new IllegalArgumentException(
                    sorted.length + " blocking keys are too many for one transaction: take the bulk path");
        }
        query("locking keys", "select pg_advisory_xact_lock(k) from unnest(?::bigint[]) k", row -> "", (Object)
                Sql.boxed(sorted));
    }

    @Override
    public void holdJudgements() {
        query("locking judgements", "select pg_advisory_xact_lock(" + JUDGEMENTS + ")", row -> "");
    }

    @Override
    public List<StoredRecord> hold(Set<SourceKey> seeds) {
        Set<SourceKey> held = new TreeSet<>();
        while (true) {
            List<StoredRecord> component = component(seeds);
            Set<SourceKey> keys = new TreeSet<>();
            component.forEach(one -> keys.add(one.record().key()));
            if (held.containsAll(keys)) {
                return component;
            }
            // To add to what is held would be to lock out of turn: two that do so wait for each other.
            String savepoint = held.isEmpty() ? "" : "rollback to savepoint hold;\n";
            held.addAll(keys);
            lock(savepoint + "savepoint hold;\n", held);
        }
    }

    private void lock(String savepoint, Collection<SourceKey> records) {
        reading("locking records", () -> {
            new Sql()
                    .add(
                            savepoint
                                    + "select s.id from source_record s join " + Rows.KEYS
                                    + " on s.source = k.source and s.source_id = k.source_id" + Rows.IN_KEY_ORDER
                                    + " for no key update of s",
                            Rows.sources(records),
                            Rows.ids(records))
                    .execute(connection);
            return "";
        });
    }

    @Override
    public Optional<StoredRecord> record(SourceKey key) {
        return query(
                        "reading a record",
                        Rows.RECORD + " where s.source = ? and s.source_id = ?",
                        Rows::record,
                        key.source(),
                        key.id())
                .stream()
                .findFirst();
    }

    @Override
    public List<StoredRecord> records(UUID ref) {
        return query(
                "reading a citizen's records", Rows.RECORD + " where m.ref = ?" + Rows.IN_KEY_ORDER, Rows::record, ref);
    }

    @Override
    public List<StoredRecord> meeting(long[] keys) {
        return query(
                "reading candidates",
                Rows.RECORD + " where s.id = any(array(select b.record from blocking_key b where b.key = any(?)))"
                        + Rows.IN_KEY_ORDER,
                Rows::record,
                (Object) Sql.boxed(keys));
    }

    @Override
    public List<StoredRecord> component(Set<SourceKey> seeds) {
        return query(
                "reading a component",
                COMPONENT + Rows.RECORD + " where s.id = any(array(select id from reached))" + Rows.IN_KEY_ORDER,
                Rows::record,
                Rows.sources(seeds),
                Rows.ids(seeds),
                Rows.sources(seeds),
                Rows.ids(seeds),
                Rows.sources(seeds),
                Rows.ids(seeds));
    }

    @Override
    public Judgements judgements(Collection<SourceKey> records) {
        String[] sources = Rows.sources(records);
        String[] ids = Rows.ids(records);
        return Judgements.of(query(
                "reading judgements",
                Rows.JUDGEMENT + " where in_force and (left_source, left_id) in (select k.source, k.source_id from "
                        + Rows.KEYS + ") and (right_source, right_id) in (select k.source, k.source_id from "
                        + Rows.KEYS
                        + ")",
                Rows::judgement,
                sources,
                ids,
                sources,
                ids));
    }

    @Override
    public Judgements judgementsOn(Collection<SourceKey> records) {
        String[] sources = Rows.sources(records);
        String[] ids = Rows.ids(records);
        return Judgements.of(query(
                "reading judgements",
                Rows.JUDGEMENT + " j join " + Rows.KEYS
                        + " on j.left_source = k.source and j.left_id = k.source_id where in_force union "
                        + Rows.JUDGEMENT + " j join " + Rows.KEYS
                        + " on j.right_source = k.source and j.right_id = k.source_id where in_force",
                Rows::judgement,
                sources,
                ids,
                sources,
                ids));
    }

    @Override
    public Map<UUID, Long> retired(Collection<UUID> refs, Collection<SourceKey> records) {
        Map<UUID, Long> versions = new TreeMap<>();
        UUID[] asked = refs.stream().sorted().toArray(UUID[]::new);
        query(
                "reading retired references",
                RETIRED,
                row -> versions.put(row.getObject("ref", UUID.class), row.getLong("version")),
                asked,
                Rows.sources(records),
                Rows.ids(records));
        return versions;
    }

    @Override
    public Map<UUID, Citizen> citizens(Collection<UUID> refs) {
        return reading("reading citizens", () -> citizens(connection, refs));
    }

    static Map<UUID, Citizen> citizens(Connection connection, Collection<UUID> refs) throws SQLException {
        Map<UUID, Citizen> citizens = new TreeMap<>();
        Sql.query(connection, Rows.CITIZEN + " where ref = any(?)", Rows::citizen, (Object) refs.toArray(UUID[]::new))
                .forEach(citizen -> citizens.put(citizen.ref(), citizen));
        return citizens;
    }

    @Override
    public UUID newRef() {
        return References.next();
    }

    @Override
    public CitizenRecord put(CitizenRecord record, List<Flaw> flaws, long[] keys) {
        StorableRecord storable = StorableRecord.of(record, flaws);
        reading("writing a record", () -> RecordWriter.put(connection, storable.record(), storable.flaws(), keys));
        return storable.record();
    }

    @Override
    public void remove(SourceKey key) {
        reading("removing a record", () -> RecordWriter.remove(connection, List.of(key)));
    }

    @Override
    public void put(Judgement judgement) {
        reading("writing a judgement", () -> JudgementWriter.put(connection, judgement));
    }

    @Override
    public Optional<Base.Pair> asked(UUID task) {
        return query(
                        "reading a task",
                        "select left_source, left_id, right_source, right_id from review_task"
                                + " where id = ? and state = 'OPEN'",
                        row -> new Base.Pair(
                                new SourceKey(row.getString("left_source"), row.getString("left_id")),
                                new SourceKey(row.getString("right_source"), row.getString("right_id"))),
                        task)
                .stream()
                .findFirst();
    }

    @Override
    public boolean answered(UUID task, int version, Instant at) {
        return reading(
                "closing a task",
                () -> Sql.update(
                                connection,
                                "update review_task set state = 'JUDGED', closed_at = ?, version = version + 1"
                                        + " where id = ? and version = ? and state = 'OPEN'",
                                at,
                                task,
                                version)
                        == 1);
    }

    @Override
    public void apply(Resolution resolution, Cause cause) {
        reading("writing a resolution", () -> {
            ResolutionWriter.apply(connection, resolution, cause);
            return "";
        });
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    private static <T> T reading(String doing, Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw StoreFailure.of(doing, e);
        }
    }

    private <T> List<T> query(String doing, String sql, Sql.Row<T> row, Object... values) {
        return reading(doing, () -> Sql.query(connection, sql, row, values));
    }
}
