package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.bulk.BulkBase;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.Columns;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The whole base in PostgreSQL, for one bulk walk: read the records, then apply. Single writers go on while the walk
 * thinks and stand at the gate while it writes; the records that they changed meanwhile wait to be linked again.
 */
public final class PostgresBulkBase implements BulkBase {
    /** From here on the planner is told of the new sizes at once. */
    private static final long MANY = 10_000;

    private final DataSource dataSource;
    private Models.@Nullable Target target;
    private boolean rekeys;
    private final long beside;
    private String snapshot = "";

    public PostgresBulkBase(DataSource dataSource) {
        this(dataSource, null, false);
    }

    /**
     * What is written brings a model version into force.
     *
     * @param rekeys whether records have other blocking keys under it, before it has counted
     */
    public PostgresBulkBase(DataSource dataSource, Models.@Nullable Target target, boolean rekeys) {
        this(dataSource, target, rekeys, MANY);
    }

    /** @param beside from so many records on, what is linked is built beside the tables in use */
    PostgresBulkBase(DataSource dataSource, Models.@Nullable Target target, boolean rekeys, long beside) {
        this.dataSource = dataSource;
        this.target = target;
        this.rekeys = rekeys;
        this.beside = beside;
    }

    @Override
    public void records(Consumer<StoredRecord> each) {
        Transactions.run(dataSource, "reading all records", connection -> {
            Sql.update(connection, String.join("; ", NextMerge.SEEING_ALL));
            snapshot = Sql.snapshot(connection);
            Exports.stream(connection, Rows.RECORD + Rows.IN_KEY_ORDER, row -> each.accept(Rows.record(row)));
            return "";
        });
    }

    @Override
    public Walk walk(Walk given, Columns records) {
        Models.Target asked = target;
        if (asked == null) {
            return given;
        }
        Models.Target counted = asked.over(records);
        target = counted;
        rekeys |= counted.walk().rules().fingerprint() != asked.walk().rules().fingerprint();
        return counted.walk();
    }

    /** What is in force once all was written, as far as it is known: what it is to count it has counted once it was walked. */
    public Optional<Models.Target> target() {
        return Optional.ofNullable(target);
    }

    @Override
    public Judgements judgements() {
        return Transactions.run(
                dataSource,
                "reading judgements",
                connection ->
                        Judgements.of(Sql.query(connection, Rows.JUDGEMENT + " where in_force", Rows::judgement)));
    }

    @Override
    public Map<UUID, Citizen> citizens(Collection<UUID> refs) {
        return Transactions.run(
                dataSource, "reading citizens", connection -> PostgresSession.citizens(connection, refs));
    }

    @Override
    public Map<UUID, Long> retired(Collection<UUID> refs, Collection<SourceKey> records) {
        return Transactions.run(
                dataSource,
                "reading references",
                connection -> new PostgresSession(new RoundTrips(connection)).retired(refs, records));
    }

    @Override
    public UUID newRef() {
        return References.next();
    }

    @Override
    public void apply(Iterator<Resolution> resolutions) {
        apply(resolutions, Collections::emptyIterator);
    }

    @Override
    public void apply(Iterator<Resolution> resolutions, Supplier<Iterator<Keyed>> keys) {
        WaitingKeys.index(dataSource);
        String seen = snapshot.isEmpty() ? Transactions.run(dataSource, "reading a snapshot", Sql::snapshot) : snapshot;
        Rekeying rekeying = Rekeying.of(dataSource, seen, rekeys ? keys.get() : Collections.emptyIterator());
        rekeying.widen();
        long records = Transactions.run(dataSource, "writing resolutions", connection -> {
            boolean owner = NextTables.asOwner(connection);
            Sql.update(connection, "set local work_mem = '128MB'");
            BulkStaging staging = new BulkStaging(connection);
            while (resolutions.hasNext()) {
                staging.add(resolutions.next());
            }
            long staged = staging.finish();
            NextTables.Behind enforcing = () -> {
                if (target != null) {
                    ModelRow.enforce(connection, target);
                }
            };
            if (owner && staged >= beside) {
                NextMerge merge = new NextMerge(connection, target != null);
                merge.finish(merge.prepare(seen), enforcing);
            } else {
                Gate.close(connection);
                BulkMerge.run(connection, seen, target != null);
                enforcing.run();
            }
            return staged;
        });
        rekeying.narrow();
        if (records >= MANY) {
            Transactions.run(
                    dataSource,
                    "refreshing statistics",
                    connection -> NextTables.asOwner(connection)
                            && Sql.update(
                                            connection,
                                            "analyze source_record, record_keys, membership, blocking_key, edge, citizen,"
                                                    + " review_task")
                                    == 0);
        }
    }
}
