package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.block.KeyedColumns;
import fr.unefois.mdm.bulk.BulkBase;
import fr.unefois.mdm.bulk.Relink;
import fr.unefois.mdm.command.Ahead;
import fr.unefois.mdm.command.Phase;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Fills an empty base: records and what the walk makes of them are copied into tables without indexes, indexed, and put
 * in the place of the empty ones. All of it is one transaction of one connection, so that whatever dies, and when, the
 * base is empty or whole; meanwhile everybody else sees it empty and may write.
 */
public final class InitialLoad implements AutoCloseable {
    private static final List<String> TABLES = List.of(
            "source_record",
            "record_keys",
            "blocking_key",
            "membership",
            "edge",
            "citizen",
            "review_task",
            "change_event");

    /** Where one of these has a row, somebody has handed out references, or decided something, before. */
    private static final List<String> ALSO_EMPTY =
            List.of("source_record_history", "ref_redirect", "pending", "judgement");

    private static final int RESOLUTIONS = 500;
    private static final int RECORDS = 8_192;

    private final Connection connection;
    private final NextTables tables;
    private final CopyLots lots;
    private final InitialRecords records = new InitialRecords();
    private final long run;
    private int given;

    private InitialLoad(Connection connection, long run) {
        this.connection = connection;
        this.tables = new NextTables(connection, TABLES);
        this.lots = new CopyLots(connection);
        this.run = run;
    }

    /**
     * Begins to fill the base in the name of a run.
     *
     * @return empty where the base is not, or where its tables are another account's
     */
    public static Optional<InitialLoad> begin(DataSource dataSource, long run) {
        try {
            Connection connection = dataSource.getConnection();
            InitialLoad load = new InitialLoad(connection, run);
            boolean begun = false;
            try {
                connection.setAutoCommit(false);
                if (isEmpty(connection) && NextTables.asOwner(connection)) {
                    load.tables.create();
                    begun = true;
                }
            } finally {
                if (!begun) {
                    load.close();
                }
            }
            return begun ? Optional.of(load) : Optional.empty();
        } catch (SQLException e) {
            throw StoreFailure.of("beginning an initial load", e);
        }
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        for (List<String> some : List.of(TABLES, ALSO_EMPTY)) {
            for (String table : some) {
                if (!Sql.query(connection, "select 1 from " + table + " limit 1", row -> "")
                        .isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Records on their way in, written down for the database. */
    public static final class Portion {
        private final InitialRows rows;
        private final List<StandardRecord> standards;

        private Portion(InitialRows rows, List<StandardRecord> standards) {
            this.rows = rows;
            this.standards = List.copyOf(standards);
        }
    }

    /** Gives so many records their places; answers the first. */
    public int places(int number) {
        int first = given;
        given += number;
        return first;
    }

    /**
     * Writes records down, by any thread.
     *
     * @param first their first place
     * @param incoming storable, of keys that no other has
     * @param standards the standard record of each
     */
    public Portion write(int first, List<Incoming> incoming, List<StandardRecord> standards) {
        return new Portion(InitialRows.of(id(first), run, incoming), standards);
    }

    private static long id(int position) {
        return position + 1L;
    }

    /** Sends what was written, in the order of the places. */
    public void put(Portion portion) {
        records.add(portion.standards, portion.rows.kept());
        trying("copying records", () -> portion.rows.send(lots));
    }

    /** Keeps rows that are no records. */
    public void quarantine(Collection<Intake.Quarantined> rows) {
        trying("quarantining", () -> Intake.quarantine(connection, run, rows));
    }

    /** How many records were put. */
    public int size() {
        return records.size();
    }

    /** Links all that was put, under a model that comes into force with it. The records are indexed meanwhile. */
    public Relink.Report link(Models.Target target, Progress progress) {
        trying("copying records", lots::send);
        Columns columns = records.columns();
        Models.Target counted = target.over(columns);
        trying("keeping the model", () -> ModelRow.enforce(connection, counted));
        trying("copying blocking keys", () -> key(counted.walk().rules().over(columns)));
        FutureTask<String> indexed = new FutureTask<>(() -> {
            tables.restart("source_record", "id", id(records.size()));
            tables.index("source_record");
            tables.index("record_keys");
            tables.index("blocking_key");
            return "";
        });
        ForkJoinPool.commonPool().execute(indexed);
        return new Relink(new Base(indexed), counted.walk()).first(records::record, columns, progress);
    }

    private void key(KeyedColumns keyed) throws SQLException {
        int next = 0;
        try (Ahead<InitialKeys> ahead = new Ahead<>()) {
            while (next < records.size() || !ahead.isEmpty()) {
                while (next < records.size() && !ahead.isFull()) {
                    int from = next;
                    int to = Math.min(records.size(), from + RECORDS);
                    ahead.give(() -> InitialKeys.of(keyed, from, to, id(from)));
                    next = to;
                }
                ahead.take().send(lots);
            }
        }
        lots.send();
    }

    /** The base as the walk sees it while it is filled. */
    private final class Base implements BulkBase {
        private final FutureTask<String> indexed;

        Base(FutureTask<String> indexed) {
            this.indexed = indexed;
        }

        @Override
        public void records(Consumer<StoredRecord> each) {
            for (int position = 0; position < records.size(); position++) {
                each.accept(new StoredRecord(records.record(position), null));
            }
        }

        @Override
        public Judgements judgements() {
            return Judgements.none();
        }

        @Override
        public Map<UUID, Citizen> citizens(Collection<UUID> refs) {
            return Map.of();
        }

        @Override
        public UUID newRef() {
            return References.next();
        }

        @Override
        public void apply(Iterator<Resolution> resolutions) {
            SourceKeys positions = new SourceKeys(records.keys());
            trying("copying what was linked", () -> {
                await(indexed);
                long change = 1;
                try (Ahead<InitialResolutions> ahead = new Ahead<>()) {
                    while (resolutions.hasNext() || !ahead.isEmpty()) {
                        while (resolutions.hasNext() && !ahead.isFull()) {
                            List<Resolution> some = next(resolutions);
                            long first = change;
                            ahead.give(() -> InitialResolutions.of(some, key -> id(positions.position(key)), first));
                            change += some.stream()
                                    .mapToInt(one -> one.changes().size())
                                    .sum();
                        }
                        ahead.take().send(lots);
                    }
                }
                lots.send();
                tables.restart("change_event", "seq", change);
            });
        }

        private List<Resolution> next(Iterator<Resolution> resolutions) {
            List<Resolution> some = new ArrayList<>(RESOLUTIONS);
            while (some.size() < RESOLUTIONS && resolutions.hasNext()) {
                some.add(resolutions.next());
            }
            return some;
        }
    }

    /**
     * Indexes the rest and shows all of it to everybody.
     *
     * @return false where somebody has written into the base meanwhile: it is as it was without this load
     */
    public boolean finish(Progress progress) {
        List<String> left = List.of("membership", "edge", "citizen", "review_task", "change_event");
        boolean[] shown = new boolean[1];
        try (Phase phase = Phase.begin(progress, "index", left.size())) {
            trying("indexing", () -> {
                for (String table : left) {
                    tables.index(table);
                    phase.advance(1);
                }
                tables.lock(() -> {});
                shown[0] = isEmpty(connection);
                if (shown[0]) {
                    tables.swap();
                    connection.commit();
                }
            });
        }
        return shown[0];
    }

    /** Leaves nothing of what was not finished. */
    @Override
    public void close() {
        trying("ending an initial load", () -> {
            try {
                connection.rollback();
                connection.setAutoCommit(true);
            } finally {
                connection.close();
            }
        });
    }

    /** Does it himself where no other thread has begun it. */
    private static void await(FutureTask<String> task) throws SQLException {
        task.run();
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while records were indexed", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw new IllegalStateException("records could not be indexed", e.getCause());
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static void trying(String doing, Work work) {
        try {
            work.run();
        } catch (SQLException e) {
            throw StoreFailure.of(doing, e);
        }
    }
}
