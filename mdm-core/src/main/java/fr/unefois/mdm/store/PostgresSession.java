package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Authoring;
import fr.unefois.mdm.arrive.Base;
import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Judging;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.arrive.Seeds;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.change.Cause;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** One transaction of the base over one connection. */
final class PostgresSession implements Base.Session {
    /** A server with default settings holds some ten thousand advisory locks for all its transactions. */
    private static final int MOST_LOCKS = 4000;

    /** {@code judged} in ASCII. */
    private static final long JUDGEMENTS = 0x6A7564676564L;

    private final RoundTrips trips;

    /** The rows of the records that were read or written, as they were last seen. */
    private final Map<SourceKey, Long> ids = new HashMap<>();

    PostgresSession(RoundTrips trips) {
        this.trips = trips;
    }

    @Override
    public void under(String version) {
        trips.later("select under_model(?)", version);
    }

    @Override
    public void lock(long[] keys) {
        long[] sorted = Arrays.stream(keys).sorted().distinct().toArray();
        if (sorted.length > MOST_LOCKS) {
            throw new IllegalArgumentException(
                    sorted.length + " blocking keys are too many for one transaction: take the bulk path");
        }
        if (sorted.length > 0) {
            trips.later("select pg_advisory_xact_lock(k) from unnest(?::bigint[]) k", (Object) Sql.boxed(sorted));
        }
    }

    @Override
    public void holdJudgements() {
        trips.later("select pg_advisory_xact_lock(" + JUDGEMENTS + ")");
    }

    @Override
    public List<StoredRecord> hold(Seeds seeds) {
        trips.later(SessionStatements.HOLD, parameters(seeds));
        return query("holding a component", SessionStatements.HELD, this::record);
    }

    private static Object[] parameters(Seeds seeds) {
        Set<SourceKey> keys = seeds.nearness().keySet();
        return new Object[] {
            Rows.sources(keys), Rows.ids(keys), seeds.nearness().values().toArray(Integer[]::new)
        };
    }

    @Override
    public Optional<StoredRecord> record(SourceKey key) {
        return query(
                        "reading a record",
                        Rows.RECORD + " where s.source = ? and s.source_id = ?",
                        this::record,
                        key.source(),
                        key.id())
                .stream()
                .findFirst();
    }

    @Override
    public List<StoredRecord> records(UUID ref) {
        return query(
                "reading a citizen's records", Rows.RECORD + " where m.ref = ?" + Rows.IN_KEY_ORDER, this::record, ref);
    }

    @Override
    public List<StoredRecord> meeting(long[] keys) {
        return query(
                "reading candidates",
                Rows.RECORD + " where s.id = any(array(select b.record from blocking_key b where b.key = any(?)))"
                        + Rows.IN_KEY_ORDER,
                this::record,
                (Object) Sql.boxed(keys));
    }

    @Override
    public List<StoredRecord> component(Seeds seeds) {
        return query("reading a component", SessionStatements.COMPONENT, this::record, parameters(seeds));
    }

    @Override
    public void link(SourceKey key, Map<SourceKey, Integer> edges) {
        Set<SourceKey> ends = new TreeSet<>(edges.keySet());
        ends.add(key);
        Map<SourceKey, Long> rows = rows(ends);
        Long own = Objects.requireNonNull(rows.get(key), "only a record that is kept is linked");
        List<Long> others = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        edges.forEach((other, weight) -> {
            Long row = rows.get(other);
            if (row != null) {
                others.add(row);
                weights.add(weight);
            }
        });
        Long[] left = others.toArray(Long[]::new);
        trips.later(SessionStatements.KEY, own);
        trips.later("delete from pending where record = ?", own);
        trips.later(SessionStatements.UNLINK, own, left, own, left);
        trips.later(
                SessionStatements.LINK,
                others.stream().map(other -> Math.min(own, other)).toArray(Long[]::new),
                others.stream().map(other -> Math.max(own, other)).toArray(Long[]::new),
                weights.toArray(Integer[]::new));
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
                SessionStatements.RETIRED,
                row -> versions.put(row.getObject("ref", UUID.class), row.getLong("version")),
                asked,
                Rows.sources(records),
                Rows.ids(records));
        return versions;
    }

    @Override
    public Map<UUID, Citizen> citizens(Collection<UUID> refs) {
        return trips.run("reading citizens", connection -> citizens(connection, refs));
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
        Optional<Long> row = RecordPut.put(trips, ids.get(record.key()), storable, keys);
        if (row.isEmpty()) {
            boolean ignored = trips.run(
                    "writing a record",
                    connection -> RecordWriter.put(connection, storable.record(), storable.flaws(), keys));
        }
        row.ifPresentOrElse(id -> ids.put(record.key(), id), () -> ids.remove(record.key()));
        return storable.record();
    }

    @Override
    public void remove(SourceKey key) {
        int ignored = trips.run("removing a record", connection -> RecordWriter.remove(connection, List.of(key)));
        ids.remove(key);
    }

    @Override
    public void put(Judgement judgement) {
        trips.run("writing a judgement", connection -> JudgementWriter.put(connection, judgement));
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
        return trips.run(
                "closing a task",
                connection -> Sql.update(
                                connection,
                                "update review_task set state = 'JUDGED', closed_at = ?, version = version + 1"
                                        + " where id = ? and version = ? and state = 'OPEN'",
                                at,
                                task,
                                version)
                        == 1);
    }

    @Override
    public void author(Authoring.Change change, Judging.Word word) {
        trips.later(AuthoredWriter.of(change, word));
    }

    @Override
    public void apply(Resolution resolution, Cause cause) {
        Set<SourceKey> of = new TreeSet<>(resolution.records());
        of.addAll(resolution.membership().keySet());
        trips.later(ResolutionWriter.of(resolution, rows(of), cause));
    }

    /** Of the records those that are kept, with their rows. */
    private Map<SourceKey, Long> rows(Set<SourceKey> of) {
        Set<SourceKey> unseen = new TreeSet<>(of);
        unseen.removeAll(ids.keySet());
        if (!unseen.isEmpty()) {
            query(
                    "reading records",
                    SessionStatements.IDS,
                    row -> ids.put(Rows.key(row), row.getLong("id")),
                    Rows.sources(unseen),
                    Rows.ids(unseen));
        }
        Map<SourceKey, Long> rows = new HashMap<>(ids);
        rows.keySet().retainAll(of);
        return rows;
    }

    private StoredRecord record(ResultSet row) throws SQLException {
        StoredRecord record = Rows.record(row);
        ids.put(record.record().key(), row.getLong("id"));
        return record;
    }

    private <T> List<T> query(String doing, String sql, Sql.Row<T> row, Object... values) {
        return trips.query(doing, sql, row, values);
    }
}
