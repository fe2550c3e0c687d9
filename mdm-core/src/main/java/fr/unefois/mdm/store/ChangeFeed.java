package fr.unefois.mdm.store;

import fr.unefois.mdm.change.Recorded;
import java.util.List;
import javax.sql.DataSource;

/**
 * What changed, for readers who remember how far they are. None is lost, however late its transaction commits: an event is
 * shown only once every transaction that was running when it was written has ended. Each citizen's come in their order.
 */
public final class ChangeFeed {
    /**
     * A place in the feed.
     *
     * @param transaction the event's transaction, which orders before the number
     */
    public record Cursor(long transaction, long number) {
        public static final Cursor START = new Cursor(0, 0);
    }

    /** An event at its place. */
    public record Entry(Cursor cursor, Recorded change) {}

    // The text is called otherwise than the number: it is the number that orders, and 1000 comes after 999.
    private static final String AFTER =
            "select tx::text as transaction, seq, " + ChangeRow.COLUMNS + " from change_event"
                    + " where (tx, seq) > (?::text::xid8, ?) and tx < pg_snapshot_xmin(pg_current_snapshot())"
                    + " order by tx, seq limit ?";

    private final DataSource dataSource;

    public ChangeFeed(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The place behind everything that shows by now: whoever begins here is told of what changes from now on. */
    public Cursor end() {
        return Transactions.run(
                dataSource,
                "reading the end of changes",
                connection -> Sql.query(
                                connection,
                                "select pg_snapshot_xmin(pg_current_snapshot())::text",
                                row -> new Cursor(Long.parseUnsignedLong(row.getString(1)), 0))
                        .get(0));
    }

    /** The next events; none where the reader is up to date for now. */
    public List<Entry> after(Cursor cursor, int limit) {
        return Transactions.run(
                dataSource,
                "reading changes",
                connection -> Sql.query(
                        connection,
                        AFTER,
                        row -> new Entry(
                                new Cursor(Long.parseUnsignedLong(row.getString("transaction")), row.getLong("seq")),
                                ChangeRow.read(row)),
                        Long.toUnsignedString(cursor.transaction()),
                        cursor.number(),
                        limit));
    }
}
