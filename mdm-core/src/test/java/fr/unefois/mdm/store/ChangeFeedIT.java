package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.change.ChangeEvent.Kind;
import fr.unefois.mdm.store.ChangeFeed.Cursor;
import fr.unefois.mdm.store.ChangeFeed.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two writers at once, and a reader who must miss nothing. */
@ExtendWith(TestDatabase.class)
class ChangeFeedIT {
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);

    private final DataSource dataSource;
    private final ChangeFeed feed;

    ChangeFeedIT(DataSource dataSource) {
        this.dataSource = dataSource;
        this.feed = new ChangeFeed(dataSource);
    }

    @BeforeEach
    void forget() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Sql.update(connection, "truncate change_event");
        }
    }

    /** A transaction that has its number already. */
    private Connection begin() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        assertThat(Sql.query(connection, "select pg_current_xact_id()::text", row -> row.getString(1)))
                .hasSize(1);
        return connection;
    }

    private static void write(Connection connection, UUID ref, Kind kind) throws SQLException {
        Sql.update(
                connection,
                "insert into change_event (ref, kind, attributes, others) values (?, ?, '{}', '{}')",
                ref,
                kind.name());
    }

    @Test
    void whatCommitsLateIsNotLostBehindWhatCommittedBefore() throws Exception {
        try (Connection early = begin();
                Connection late = begin()) {
            write(early, ONE, Kind.CREATED);
            write(late, OTHER, Kind.CREATED);
            late.commit();
            assertThat(feed.after(Cursor.START, 10)).isEmpty();
            early.commit();
        }
        assertThat(all(2, 10)).extracting(entry -> entry.change().event().ref()).containsExactly(ONE, OTHER);
    }

    @Test
    void aCitizensChangesKeepTheirOrderThoughTheirTransactionsBeganInAnother() throws Exception {
        try (Connection early = begin();
                Connection late = begin()) {
            write(late, ONE, Kind.CREATED);
            late.commit();
            write(early, ONE, Kind.CHANGED);
            early.commit();
        }
        assertThat(all(2, 10))
                .extracting(entry -> entry.change().event().kind())
                .containsExactly(Kind.CREATED, Kind.CHANGED);
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() throws Exception {
        try (Connection connection = begin()) {
            for (int i = 0; i < 7; i++) {
                write(connection, new UUID(i, i), Kind.CREATED);
            }
            connection.commit();
        }
        assertThat(all(7, 2))
                .extracting(entry -> entry.change().event().ref().getMostSignificantBits())
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    }

    /** All there is, in pages; a transaction that runs elsewhere on the server may delay it. */
    private List<Entry> all(int expected, int page) throws InterruptedException {
        List<Entry> all = new ArrayList<>();
        Cursor cursor = Cursor.START;
        for (int tries = 0; tries < 100 && all.size() < expected; tries++) {
            List<Entry> entries = feed.after(cursor, page);
            if (entries.isEmpty()) {
                Thread.sleep(100);
                continue;
            }
            all.addAll(entries);
            cursor = entries.get(entries.size() - 1).cursor();
        }
        return all;
    }
}
