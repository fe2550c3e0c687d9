package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.change.ChangeEvent;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.review.ReviewTask;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map.Entry;
import java.util.UUID;

/** Resolutions on their way in: copied into temporary tables, which cost no log and no index. */
final class BulkStaging {
    private static final String TABLES = """
            create temp table bulk_record (source text collate "C", source_id text collate "C", part bigint, ref uuid)
                on commit drop;
            create temp table bulk_edge (left_source text collate "C", left_id text collate "C",
                right_source text collate "C", right_id text collate "C", weight int) on commit drop;
            create temp table bulk_citizen (ref uuid, version bigint, golden jsonb, link_weight int, part bigint)
                on commit drop;
            create temp table bulk_retired (ref uuid, into_refs uuid[], kind text) on commit drop;
            create temp table bulk_task (id uuid, left_ref uuid, right_ref uuid, left_source text collate "C",
                left_id text collate "C", right_source text collate "C", right_id text collate "C", weight int,
                evidence jsonb, reason text, risk int, waiting int) on commit drop;
            create temp table bulk_change (n bigint generated always as identity, ref uuid, kind text,
                attributes text[], others uuid[]) on commit drop
            """;

    /** Some megabytes of rows. */
    private static final int FLUSH_EVERY = 5000;

    private final Connection connection;
    private final CopyText records = new CopyText("bulk_record");
    private final CopyText edges = new CopyText("bulk_edge");
    private final CopyText citizens = new CopyText("bulk_citizen");
    private final CopyText retired = new CopyText("bulk_retired");
    private final CopyText tasks = new CopyText("bulk_task");
    private final CopyText changes = new CopyText("bulk_change (ref, kind, attributes, others)");
    private long parts;

    BulkStaging(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
    }

    void add(Resolution resolution) throws SQLException {
        parts++;
        for (Entry<SourceKey, UUID> member : resolution.membership().entrySet()) {
            records.row(member.getKey().source(), member.getKey().id(), parts, member.getValue());
        }
        for (Resolution.Edge edge : resolution.edges()) {
            edges.row(
                    edge.left().source(),
                    edge.left().id(),
                    edge.right().source(),
                    edge.right().id(),
                    edge.weight());
        }
        for (Citizen citizen : resolution.citizens()) {
            citizens.row(
                    citizen.ref(),
                    citizen.version(),
                    GoldenJson.write(citizen.golden()),
                    citizen.golden().linkWeight(),
                    parts);
        }
        resolution.retired().forEach(this::retire);
        resolution.tasks().forEach(this::task);
        resolution.changes().forEach(this::change);
        if (parts % FLUSH_EVERY == 0) {
            flush();
        }
    }

    private void retire(UUID ref, List<UUID> into) {
        retired.row(ref, Sql.literal(into), ResolutionWriter.kind(into));
    }

    private void task(ReviewTask task) {
        SourceKey left = task.pair().left();
        SourceKey right = task.pair().right();
        tasks.row(
                task.id(),
                task.left(),
                task.right(),
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

    private void change(ChangeEvent change) {
        changes.row(
                change.ref(),
                change.kind().name(),
                ResolutionWriter.attributes(change.attributes()),
                Sql.literal(change.others()));
    }

    private void flush() throws SQLException {
        for (CopyText copy : List.of(records, edges, citizens, retired, tasks, changes)) {
            copy.flush(connection);
        }
    }

    /** Sends the rest; answers how many records there are. */
    long finish() throws SQLException {
        flush();
        Sql.update(connection, "analyze bulk_record, bulk_edge, bulk_citizen");
        return records.flush(connection);
    }
}
