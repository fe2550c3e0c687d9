package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Base;
import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** One transaction of the base over one connection. */
final class PostgresSession implements Base.Session {
    /** A server with default settings holds some ten thousand advisory locks for all its transactions. */
    private static final int MOST_LOCKS = 4000;

    private static final String COMPONENT = """
            with recursive reached(id) as (
                select s.id from source_record s join %s on s.source = k.source and s.source_id = k.source_id
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
    public void lock(Collection<SourceKey> records) {
        query(
                "locking records",
                "select s.id from source_record s join " + Rows.KEYS
                        + " on s.source = k.source and s.source_id = k.source_id" + Rows.IN_KEY_ORDER
                        + " for no key update of s",
                row -> "",
                Rows.sources(records),
                Rows.ids(records));
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
    public void put(CitizenRecord record, List<Flaw> flaws, long[] keys) {
        reading("writing a record", () -> RecordWriter.put(connection, record, flaws, keys));
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
    public void apply(Resolution resolution) {
        reading("writing a resolution", () -> {
            ResolutionWriter.apply(connection, resolution);
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
