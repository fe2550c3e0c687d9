package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.change.ChangeEvent;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.review.ReviewTask;
import java.sql.SQLException;
import java.util.List;
import java.util.function.ToLongFunction;

/** Some resolutions of an initial load as rows of its tables. */
final class InitialResolutions {
    private final CopyBinary memberships = new CopyBinary(NextTables.named("membership") + " (record, ref)");
    private final CopyBinary edges = new CopyBinary(NextTables.named("edge") + " (a, b, weight)");
    private final CopyBinary citizens =
            new CopyBinary(NextTables.named("citizen") + " (ref, version, golden, link_weight)");
    private final CopyBinary tasks = new CopyBinary(NextTables.named("review_task")
            + " (id, left_ref, right_ref, left_record, right_record, left_source, left_id, right_source, right_id,"
            + " weight, evidence, reason, risk, waiting, state)");
    private final CopyBinary changes =
            new CopyBinary(NextTables.named("change_event") + " (seq, ref, kind, attributes, others)");
    private final ToLongFunction<SourceKey> ids;

    private InitialResolutions(ToLongFunction<SourceKey> ids) {
        this.ids = ids;
    }

    /**
     * @param ids of the records
     * @param change the number of the first change
     */
    static InitialResolutions of(List<Resolution> resolutions, ToLongFunction<SourceKey> ids, long change) {
        InitialResolutions rows = new InitialResolutions(ids);
        long next = change;
        for (Resolution resolution : resolutions) {
            resolution
                    .membership()
                    .forEach((record, ref) -> rows.memberships
                            .row(2)
                            .bigint(ids.applyAsLong(record))
                            .uuid(ref));
            resolution.edges().forEach(rows::edge);
            resolution.citizens().forEach(rows::citizen);
            resolution.tasks().forEach(rows::task);
            for (ChangeEvent event : resolution.changes()) {
                rows.change(next++, event);
            }
        }
        return rows;
    }

    private void edge(Resolution.Edge edge) {
        long left = ids.applyAsLong(edge.left());
        long right = ids.applyAsLong(edge.right());
        edges.row(3).bigint(Math.min(left, right)).bigint(Math.max(left, right)).integer(edge.weight());
    }

    private void citizen(Citizen citizen) {
        citizens.row(4)
                .uuid(citizen.ref())
                .bigint(citizen.version())
                .jsonb(GoldenJson.bytes(citizen.golden()))
                .integer(citizen.golden().linkWeight());
    }

    private void task(ReviewTask task) {
        SourceKey left = task.pair().left();
        SourceKey right = task.pair().right();
        tasks.row(15)
                .uuid(task.id())
                .uuid(task.left())
                .uuid(task.right())
                .bigint(ids.applyAsLong(left))
                .bigint(ids.applyAsLong(right))
                .text(left.source())
                .text(left.id())
                .text(right.source())
                .text(right.id())
                .integer(task.pair().weight())
                .jsonb(EvidenceJson.bytes(task.pair().evidence()))
                .text(task.reason().name())
                .integer(task.risk())
                .integer(task.waiting())
                .text("OPEN");
    }

    private void change(long number, ChangeEvent event) {
        changes.row(5)
                .bigint(number)
                .uuid(event.ref())
                .text(event.kind().name())
                .texts(event.attributes().stream().sorted().map(Attribute::name).toList())
                .uuids(event.others());
    }

    void send(CopyLots lots) throws SQLException {
        for (CopyBinary rows : List.of(memberships, edges, citizens, tasks, changes)) {
            lots.add(rows);
        }
    }
}
