package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.store.ChangeFeed.Cursor;
import fr.unefois.mdm.store.ChangeFeed.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A consumer with an inbox, killed at random, while transactions commit in another order than they began. It applies each
 * event once and misses none; one that asks for what is behind the last sequence number does not.
 */
@ExtendWith(TestDatabase.class)
class FollowersIT {
    private static final int ROUNDS = 60;

    private final DataSource dataSource;
    private final ChangeFeed feed;
    private final Random random = new Random(11);

    FollowersIT(DataSource dataSource) {
        this.dataSource = dataSource;
        this.feed = new ChangeFeed(dataSource);
    }

    @FunctionalInterface
    private interface Reader {
        List<Entry> after(Cursor cursor, int limit);
    }

    @BeforeEach
    void forget() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Sql.update(connection, "truncate change_event");
        }
    }

    @Test
    void appliesEachEventOnceAndMissesNone() throws Exception {
        Follower follower = new Follower(feed::after);
        Set<UUID> written = follow(follower);
        assertThat(follower.applied).doesNotHaveDuplicates();
        assertThat(new HashSet<>(follower.applied)).isEqualTo(written);
        assertThat(follower.repeated).as("kills made it read again").isPositive();
    }

    @Test
    void aMutantThatPollsBySequenceMissesSome() throws Exception {
        Follower mutant = new Follower(this::bySequence);
        Set<UUID> written = follow(mutant);
        assertThat(written).containsAll(mutant.applied);
        assertThat(mutant.applied).hasSizeLessThan(written.size());
    }

    /** Numbers of transactions that differ in length come into one page soon enough: a thousand writes are a day's work. */
    @Test
    void ordersTransactionsByTheirNumbersAndNotByTheirDigits() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            for (String transaction : List.of("98", "99", "100", "101")) {
                Sql.update(
                        connection,
                        "insert into change_event (tx, ref, kind, attributes, others) values (?::xid8, ?, 'CREATED', '{}', '{}')",
                        transaction,
                        UUID.randomUUID());
            }
        }

        List<Long> read = new ArrayList<>();
        Cursor place = Cursor.START;
        for (List<Entry> page = feed.after(place, 2); !page.isEmpty(); page = feed.after(place, 2)) {
            page.forEach(entry -> read.add(entry.cursor().transaction()));
            place = page.get(page.size() - 1).cursor();
        }
        assertThat(read).containsExactly(98L, 99L, 100L, 101L);
    }

    private List<Entry> bySequence(Cursor cursor, int limit) {
        return Transactions.run(
                dataSource,
                "polling by sequence",
                connection -> Sql.query(
                        connection,
                        "select seq, " + ChangeRow.COLUMNS + " from change_event where seq > ? order by seq limit ?",
                        row -> new Entry(new Cursor(0, row.getLong("seq")), ChangeRow.read(row)),
                        cursor.number(),
                        limit));
    }

    /** Reads a page, applies it through the inbox, and keeps its place, if it is not killed before. */
    private final class Follower {
        private final Reader reader;
        private final Set<UUID> inbox = new HashSet<>();
        private final List<UUID> applied = new ArrayList<>();
        private Cursor kept = Cursor.START;
        private int repeated;

        Follower(Reader reader) {
            this.reader = reader;
        }

        boolean poll(boolean mayDie) {
            List<Entry> page = reader.after(kept, 5);
            for (Entry entry : page) {
                if (mayDie && random.nextInt(6) == 0) {
                    return true; // killed: the place is the one that was kept
                }
                UUID ref = entry.change().event().ref();
                if (inbox.add(ref)) {
                    applied.add(ref);
                } else {
                    repeated++;
                }
            }
            if (!page.isEmpty()) {
                kept = page.get(page.size() - 1).cursor();
            }
            return !page.isEmpty();
        }
    }

    /** Three writers that overlap, round after round, with looks in between. */
    private Set<UUID> follow(Follower follower) throws Exception {
        Set<UUID> written = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Connection> open = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Connection connection = dataSource.getConnection();
                connection.setAutoCommit(false);
                open.add(connection);
                for (int j = random.nextInt(3); j >= 0; j--) {
                    written.add(write(connection));
                }
            }
            while (!open.isEmpty()) {
                try (Connection next = open.remove(random.nextInt(open.size()))) {
                    next.commit();
                    next.setAutoCommit(true);
                }
                follower.poll(true);
            }
        }
        for (int idle = 0; idle < 50; idle++) {
            if (follower.poll(false)) {
                idle = 0;
            } else if (follower.inbox.size() == written.size()) {
                break;
            } else {
                Thread.sleep(20); // another test's transaction may hold the feed back
            }
        }
        return written;
    }

    private static UUID write(Connection connection) throws SQLException {
        UUID ref = UUID.randomUUID();
        Sql.update(
                connection,
                "insert into change_event (ref, kind, attributes, others) values (?, 'CREATED', '{}', '{}')",
                ref);
        return ref;
    }
}
