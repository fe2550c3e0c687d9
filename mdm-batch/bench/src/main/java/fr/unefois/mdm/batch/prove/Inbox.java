package fr.unefois.mdm.batch.prove;

import fr.unefois.mdm.store.ChangeFeed.Cursor;
import fr.unefois.mdm.store.ChangeFeed.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** What a consumer keeps: which events it has applied, in the transaction that applies them; and, later, its place. */
final class Inbox {
    /** One row for each event that was applied, by when; a second for one that was applied twice. */
    private static final String TABLES = """
            create table inbox (seq bigint primary key);
            create table applied (nth bigserial, seq bigint not null, ref uuid not null);
            create table place (tx bigint not null, seq bigint not null);
            create table repeated (events int not null);
            insert into place values (0, 0)""";

    private static final String APPLY = """
            with told as (select * from unnest(?::bigint[], ?::uuid[]) with ordinality t(seq, ref, n)),
            fresh as (insert into inbox select seq from told on conflict do nothing returning seq),
            done as (
                insert into applied (seq, ref) select seq, ref from told join fresh using (seq) order by n returning seq
            )
            insert into repeated select ? - count(*) from done having count(*) < ?""";

    private Inbox() {}

    /**
     * @param written events
     * @param repeated how often the inbox knew an event already
     * @param disordered applied after a later one of the same citizen
     */
    record Outcome(long written, long repeated, long twice, long missing, long disordered) {}

    static void create(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
    }

    static Cursor place(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select tx, seq from place")) {
            return row.next() ? new Cursor(row.getLong(1), row.getLong(2)) : Cursor.START;
        }
    }

    static void keep(DataSource dataSource, Cursor place) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("update place set tx = ?, seq = ?")) {
            statement.setLong(1, place.transaction());
            statement.setLong(2, place.number());
            statement.executeUpdate();
        }
    }

    static void apply(DataSource dataSource, List<Entry> page) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(APPLY)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint",
                            page.stream().map(entry -> entry.cursor().number()).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid",
                            page.stream()
                                    .map(entry -> entry.change().event().ref())
                                    .toArray()));
            statement.setInt(3, page.size());
            statement.setInt(4, page.size());
            statement.executeUpdate();
        }
    }

    static Outcome outcome(DataSource dataSource) throws SQLException {
        return new Outcome(
                number(dataSource, "select count(*) from change_event"),
                number(dataSource, "select coalesce(sum(events), 0) from repeated"),
                number(dataSource, "select count(*) - count(distinct seq) from applied"),
                number(
                        dataSource,
                        "select count(*) from change_event c where not exists (select from applied a where a.seq = c.seq)"),
                number(
                        dataSource,
                        "select count(*) from (select seq < lag(seq) over (partition by ref order by nth) as late"
                                + " from applied) a where late"));
    }

    private static long number(DataSource dataSource, String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : -1;
        }
    }
}
