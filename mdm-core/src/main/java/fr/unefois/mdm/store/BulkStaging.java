package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.change.ChangeEvent;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.review.ReviewTask;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.UUID;

/**
 * Resolutions on their way in: copied into temporary tables, which cost no log and no index. Records are numbered; a part is
 * the records that have a citizen in common, now or before, and is written whole or not at all.
 */
final class BulkStaging {
    private static final String TABLES = """
            create temp table bulk_record (n bigint, source text collate "C", source_id text collate "C", part bigint,
                ref uuid) on commit drop;
            create temp table bulk_edge (l bigint, r bigint, weight int) on commit drop;
            create temp table bulk_citizen (ref uuid, version bigint, golden jsonb, link_weight int, part bigint)
                on commit drop;
            create temp table bulk_retired (ref uuid, into_refs uuid[], kind text, part bigint) on commit drop;
            create temp table bulk_task (id uuid, left_ref uuid, right_ref uuid, l bigint, r bigint,
                left_source text collate "C", left_id text collate "C", right_source text collate "C",
                right_id text collate "C", weight int, evidence jsonb, reason text, risk int, waiting int)
                on commit drop;
            create temp table bulk_change (n bigint generated always as identity, ref uuid, kind text,
                attributes text[], others uuid[], part bigint) on commit drop
            """;

    /** The rows that the records have; null where a record has vanished since, {@code had} null where it had no citizen. */
    private static final String ROWS = """
            create temp table bulk_id on commit drop as
            select b.n, s.id, b.part, b.ref, m.ref as had
            from bulk_record b left join source_record s on s.source = b.source and s.source_id = b.source_id
            left join membership m on m.record = s.id""";

    /** The records that a steward is to be asked about. */
    private static final String ASKED = """
            create temp table bulk_asked on commit drop as
            select i.id from bulk_task t join bulk_id i on i.n = t.l union
            select i.id from bulk_task t join bulk_id i on i.n = t.r""";

    /** Some megabytes of rows. */
    private static final int FLUSH_EVERY = 5000;

    private final Connection connection;
    private final CopyText records = new CopyText("bulk_record");
    private final CopyText edges = new CopyText("bulk_edge");
    private final CopyText citizens = new CopyText("bulk_citizen");
    private final CopyText retired = new CopyText("bulk_retired");
    private final CopyText tasks = new CopyText("bulk_task");
    private final CopyText changes = new CopyText("bulk_change (ref, kind, attributes, others, part)");
    private long resolutions;
    private long parts;
    private long numbers;

    BulkStaging(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
    }

    void add(Resolution resolution) throws SQLException {
        BulkParts together = new BulkParts(resolution, parts);
        Map<SourceKey, Long> numbered = new HashMap<>();
        for (Entry<SourceKey, UUID> member : resolution.membership().entrySet()) {
            SourceKey key = member.getKey();
            numbered.put(key, ++numbers);
            records.row(numbers, key.source(), key.id(), together.part(member.getValue()), member.getValue());
        }
        for (Resolution.Edge edge : resolution.edges()) {
            edges.row(number(numbered, edge.left()), number(numbered, edge.right()), edge.weight());
        }
        for (Citizen citizen : resolution.citizens()) {
            citizens.row(
                    citizen.ref(),
                    citizen.version(),
                    GoldenJson.write(citizen.golden()),
                    citizen.golden().linkWeight(),
                    together.part(citizen.ref()));
        }
        resolution
                .retired()
                .forEach((ref, into) ->
                        retired.row(ref, Sql.literal(into), ResolutionWriter.kind(into), together.part(ref)));
        resolution.tasks().forEach(task -> task(task, numbered));
        resolution.changes().forEach(change -> change(change, together.part(change.ref())));
        parts = together.last();
        if (++resolutions % FLUSH_EVERY == 0) {
            flush();
        }
    }

    private static long number(Map<SourceKey, Long> numbered, SourceKey key) {
        return Objects.requireNonNull(numbered.get(key), "a pair is of records that are resolved together");
    }

    private void task(ReviewTask task, Map<SourceKey, Long> numbered) {
        SourceKey left = task.pair().left();
        SourceKey right = task.pair().right();
        tasks.row(
                task.id(),
                task.left(),
                task.right(),
                number(numbered, left),
                number(numbered, right),
                left.source(),
                left.id(),
                right.source(),
                right.id(),
                task.pair().weight(),
                EvidenceJson.write(task.pair().evidence()),
                task.reason().name(),
                task.risk(),
                task.waiting());
    }

    private void change(ChangeEvent change, long part) {
        changes.row(
                change.ref(),
                change.kind().name(),
                ResolutionWriter.attributes(change.attributes()),
                Sql.literal(change.others()),
                part);
    }

    private void flush() throws SQLException {
        for (CopyText copy : List.of(records, edges, citizens, retired, tasks, changes)) {
            copy.flush(connection);
        }
    }

    /** Sends the rest, and finds the records' rows; answers how many records there are. */
    long finish() throws SQLException {
        flush();
        Sql.update(connection, "analyze bulk_record, bulk_edge, bulk_citizen, bulk_retired, bulk_task, bulk_change");
        Sql.update(connection, ROWS);
        Sql.update(connection, "create index on bulk_id (id)");
        for (String column : List.of("part", "n", "ref", "had")) {
            Sql.update(connection, "create index on bulk_id (" + column + ")");
        }
        Sql.update(connection, "create index on bulk_edge (l)");
        Sql.update(connection, "create index on bulk_edge (r)");
        Sql.update(connection, ASKED);
        Sql.update(connection, "create index on bulk_asked (id)");
        Sql.update(connection, "analyze bulk_id, bulk_asked");
        return records.flush(connection);
    }
}
