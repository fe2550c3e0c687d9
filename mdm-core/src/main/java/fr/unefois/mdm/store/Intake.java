package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Storable;
import fr.unefois.mdm.store.RecordWriter.Effect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What a pull writes before linking: records, what was quarantined, what the source no longer has. Each call is one
 * transaction, and may be repeated after a kill: the second time changes nothing.
 */
public final class Intake {
    /**
     * What became of a batch.
     *
     * @param duplicates keys that the run met before with other values; the first ones stay, these are to be
     *     quarantined
     */
    public record Counts(int news, int changed, int unchanged, List<SourceKey> duplicates) {
        public Counts {
            duplicates = List.copyOf(duplicates);
        }
    }

    /**
     * A row that is no record.
     *
     * @param line the line in the file where the row starts, 1 for the first
     * @param field the column at fault, or null when it is the whole row
     * @param reason why, in words that name no citizen's value
     * @param raw the row as it came; kept here and nowhere else
     */
    public record Quarantined(
            String source, String file, long line, @Nullable String field, String reason, String raw) {
        @Override
        public String toString() {
            return "Quarantined[" + file + ":" + line + " " + reason + "]";
        }
    }

    private static final String RETIRE = """
            with retired as (
                delete from citizen c where c.ref = any(?)
                    and not exists (select from membership m where m.ref = c.ref) returning c.ref
            ),
            redirected as (
                insert into ref_redirect (ref, into_refs, kind) select ref, '{}', 'gone' from retired
            )
            insert into change_event (ref, kind, attributes, others) select ref, 'RETIRED', '{}', '{}' from retired
            """;

    private final DataSource dataSource;

    public Intake(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Keeps a batch of a run. What is new or changed waits to be linked.
     *
     * @param full takes unchanged records for changed: they wait to be linked as well
     */
    public Counts put(long run, List<Incoming> batch, boolean full) {
        Map<SourceKey, Incoming> byKey = new TreeMap<>();
        List<SourceKey> duplicates = new ArrayList<>();
        for (Incoming incoming : batch) {
            Incoming first = byKey.putIfAbsent(incoming.record().key(), incoming);
            if (first != null && !first.record().equals(incoming.record())) {
                duplicates.add(incoming.record().key());
            }
        }
        Map<Effect, Integer> counts = new EnumMap<>(Effect.class);
        List<Incoming> left = List.copyOf(byKey.values());
        while (!left.isEmpty()) {
            List<Incoming> now = left;
            Map<SourceKey, Effect> effects = Transactions.run(dataSource, "keeping records", connection -> {
                Gate.pass(connection);
                return RecordWriter.put(connection, now, run, full, true);
            });
            left = new ArrayList<>();
            for (Incoming incoming : now) {
                Effect effect = effects.getOrDefault(incoming.record().key(), Effect.RACED);
                counts.merge(effect, 1, Integer::sum);
                if (effect == Effect.DUPLICATE) {
                    duplicates.add(incoming.record().key());
                } else if (effect == Effect.RACED) {
                    left.add(incoming);
                }
            }
        }
        return new Counts(
                counts.getOrDefault(Effect.NEW, 0),
                counts.getOrDefault(Effect.CHANGED, 0),
                counts.getOrDefault(Effect.UNCHANGED, 0),
                duplicates);
    }

    /** How many live records the base has of a source. */
    public long count(String source) {
        return number("select count(*) from source_record where source = ?", source);
    }

    /** The live records of a source that the run did not meet, in key order: for the deletion guard, then deletion. */
    public List<SourceKey> absent(String source, long run) {
        return Transactions.run(
                dataSource,
                "looking for deleted records",
                connection -> Sql.query(
                        connection,
                        // Not by an anti-join: while statistics still take run_seen for empty, it is quadratic.
                        "select s.source, s.source_id from (select id from source_record where source = ?"
                                + " except select record from run_seen where run = ?) gone"
                                + " join source_record s on s.id = gone.id" + Rows.IN_KEY_ORDER,
                        Rows::key,
                        source,
                        run));
    }

    /**
     * Removes live records, at most some thousands a call. The records that they were linked to wait to be linked anew;
     * a citizen whose last record goes is retired.
     *
     * @return how many there were
     */
    public int delete(Collection<SourceKey> keys) {
        return Transactions.run(dataSource, "deleting records", connection -> {
            // A single writer who holds one of them must be through: what it writes would outlive the record.
            Gate.close(connection);
            List<UUID> touched = Sql.query(
                    connection,
                    "select distinct m.ref from membership m join source_record s on s.id = m.record join " + Rows.KEYS
                            + " on s.source = k.source and s.source_id = k.source_id",
                    row -> row.getObject("ref", UUID.class),
                    Rows.sources(keys),
                    Rows.ids(keys));
            int removed = RecordWriter.remove(connection, keys);
            UUID[] refs = touched.toArray(UUID[]::new);
            new Sql()
                    .add(
                            "insert into pending select record from membership where ref = any(?) on conflict do nothing",
                            (Object) refs)
                    .add("select " + ResolutionWriter.CHANGE_INSTANT)
                    .add(RETIRE, (Object) refs)
                    .execute(connection);
            return removed;
        });
    }

    /** Forgets which records a run met; to be called when the run has ended. */
    public void endRun(long run) {
        Transactions.run(
                dataSource,
                "ending a run",
                connection -> Sql.update(connection, "delete from run_seen where run = ?", run));
    }

    /** Keeps rows that are no records. */
    public void quarantine(long run, Collection<Quarantined> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Transactions.run(dataSource, "quarantining", connection -> {
            quarantine(connection, run, rows);
            return "";
        });
    }

    static void quarantine(Connection connection, long run, Collection<Quarantined> rows) throws SQLException {
        Sql.update(
                connection,
                "insert into quarantine (run, source, file, line, field, reason, raw)"
                        + " select ?, q.* from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[],"
                        + " ?::text[]) as q",
                run,
                rows.stream().map(row -> Storable.text(row.source())).toArray(String[]::new),
                rows.stream().map(row -> Storable.text(row.file())).toArray(String[]::new),
                rows.stream().map(Quarantined::line).toArray(Long[]::new),
                rows.stream().map(row -> storable(row.field())).toArray(String[]::new),
                rows.stream().map(row -> Storable.text(row.reason())).toArray(String[]::new),
                rows.stream().map(row -> Storable.text(row.raw())).toArray(String[]::new));
    }

    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : Storable.text(text);
    }

    /** How many records wait to be linked. */
    public long pendingCount() {
        return number("select count(*) from pending");
    }

    /** Whether some of those that wait were written before the version in force was, and may have the keys of another. */
    public boolean isPendingFromAnEarlierVersion() {
        return number(
                        "select count(*) from pending p join source_record s on s.id = p.record"
                                + " join model_in_force f on true join model_version v using (version) where s.changed_at < v.since")
                > 0;
    }

    /** The records that wait to be linked, the longest known first. */
    public List<StoredRecord> pending(int limit) {
        return Transactions.run(
                dataSource,
                "reading pending records",
                connection -> Sql.query(
                        connection,
                        Rows.RECORD
                                + " where s.id in (select record from pending order by record limit ?) order by s.id",
                        Rows::record,
                        limit));
    }

    private long number(String sql, Object... values) {
        return Transactions.run(
                dataSource,
                "counting",
                connection -> Sql.query(connection, sql, row -> row.getLong(1), values)
                        .get(0));
    }
}
