package fr.unefois.mdm.store;

import fr.unefois.mdm.store.ChangeFeed.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Who is told of changes by a call, how far, and what could not be told. */
public final class Subscriptions {
    private static final String COLUMNS =
            "id, client, agent, purpose, url, key_version, created_at, tx::text as tx, seq, attempts, next_at, reason,"
                    + " (select count(*) from dead_letter d where d.subscription = s.id) as dead";

    private static final String CLAIM = "update subscription s set holder = ?, held_until = ? where id = ("
            + " select id from subscription where next_at <= ? and (held_until is null or held_until < ?)"
            + " order by next_at limit 1 for update skip locked) returning " + COLUMNS;

    private static final String HELD = " where id = ? and holder = ?";

    private final DataSource dataSource;

    /**
     * @param agent who subscribed, where the client's contract wants an agent named
     * @param keyVersion of the key under which the secret is made
     * @param place behind the last event that was delivered, or became a dead letter
     * @param attempts how often the next event was tried in vain
     * @param reason why the last attempt failed, in words without a value
     * @param deadLetters how many events could not be delivered
     */
    public record Subscription(
            UUID id,
            String client,
            @Nullable String agent,
            String purpose,
            String url,
            int keyVersion,
            Instant createdAt,
            Cursor place,
            int attempts,
            Instant nextAt,
            @Nullable String reason,
            int deadLetters) {}

    /** An event that could not be delivered. */
    public record DeadLetter(Cursor place, Instant at, String reason) {}

    public Subscriptions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @return false where the client has as many as it may have */
    public boolean add(Subscription subscription, int most) {
        return Transactions.run(dataSource, "subscribing", connection -> {
            Sql.query(
                    connection,
                    "select pg_advisory_xact_lock(hashtextextended('subscription ' || ?, 0))",
                    row -> "",
                    subscription.client());
            return Sql.update(
                            connection,
                            "insert into subscription (id, client, agent, purpose, url, key_version, created_at, tx, seq,"
                                    + " next_at) select ?, ?, ?, ?, ?, ?, ?, ?::text::xid8, ?, ?"
                                    + " where (select count(*) from subscription where client = ?) < ?",
                            subscription.id(),
                            subscription.client(),
                            subscription.agent(),
                            subscription.purpose(),
                            subscription.url(),
                            subscription.keyVersion(),
                            subscription.createdAt(),
                            Long.toUnsignedString(subscription.place().transaction()),
                            subscription.place().number(),
                            subscription.nextAt(),
                            subscription.client(),
                            most)
                    == 1;
        });
    }

    /** A client's subscriptions, the oldest first. */
    public List<Subscription> of(String client) {
        return query("select " + COLUMNS + " from subscription s where client = ? order by created_at, id", client);
    }

    public Optional<Subscription> find(String client, UUID id) {
        return query("select " + COLUMNS + " from subscription s where client = ? and id = ?", client, id).stream()
                .findFirst();
    }

    public boolean remove(String client, UUID id) {
        return update("unsubscribing", "delete from subscription where client = ? and id = ?", client, id);
    }

    /** Takes one that has something to do or to look for, until it is given back or the time is over. */
    public Optional<Subscription> claim(UUID holder, Instant now, Instant until) {
        return query(CLAIM, holder, until, now, now).stream().findFirst();
    }

    /** An event was delivered; false where another process holds the subscription, or the client moved its place. */
    public boolean delivered(Subscription held, Cursor before, Cursor place, UUID holder, Instant until) {
        return update(
                "keeping a place",
                "update subscription set tx = ?::text::xid8, seq = ?, attempts = 0, reason = null, held_until = ?"
                        + HELD + " and tx = ?::text::xid8 and seq = ?",
                Long.toUnsignedString(place.transaction()),
                place.number(),
                until,
                held.id(),
                holder,
                Long.toUnsignedString(before.transaction()),
                before.number());
    }

    /** Gives it back until then. */
    public void giveBack(Subscription held, UUID holder, Instant next) {
        update(
                "giving back a subscription",
                "update subscription set next_at = ?, holder = null, held_until = null" + HELD,
                next,
                held.id(),
                holder);
    }

    /** The next event could not be delivered; it will be tried again then. */
    public void failed(Subscription held, UUID holder, int attempts, String reason, Instant next) {
        update(
                "keeping a failure",
                "update subscription set attempts = ?, reason = ?, next_at = ?, holder = null, held_until = null"
                        + HELD,
                attempts,
                reason,
                next,
                held.id(),
                holder);
    }

    /** An event is given up; false as with {@link #delivered}. */
    public boolean bury(Subscription held, Cursor before, DeadLetter letter, UUID holder, Instant until) {
        return Transactions.run(dataSource, "keeping a dead letter", connection -> {
            String tx = Long.toUnsignedString(letter.place().transaction());
            int moved = Sql.update(
                    connection,
                    "update subscription set tx = ?::text::xid8, seq = ?, attempts = 0, held_until = ?" + HELD
                            + " and tx = ?::text::xid8 and seq = ?",
                    tx,
                    letter.place().number(),
                    until,
                    held.id(),
                    holder,
                    Long.toUnsignedString(before.transaction()),
                    before.number());
            if (moved == 1) {
                Sql.update(
                        connection,
                        "insert into dead_letter (subscription, tx, seq, at, reason) values (?, ?::text::xid8, ?, ?, ?)"
                                + " on conflict (subscription, tx, seq) do update set at = excluded.at,"
                                + " reason = excluded.reason, again = false",
                        held.id(),
                        tx,
                        letter.place().number(),
                        letter.at(),
                        letter.reason());
            }
            return moved == 1;
        });
    }

    /** The dead letters in their order; those alone that are to be tried again, where asked so. */
    public List<DeadLetter> deadLetters(UUID subscription, boolean again, int limit) {
        return Transactions.run(
                dataSource,
                "reading dead letters",
                connection -> Sql.query(
                        connection,
                        "select tx::text as tx, seq, at, reason from dead_letter where subscription = ?"
                                + " and (again or not ?) order by dead_letter.tx, seq limit ?",
                        row -> new DeadLetter(
                                cursor(row), Objects.requireNonNull(Sql.instant(row, "at")), row.getString("reason")),
                        subscription,
                        again,
                        limit));
    }

    /** A dead letter was tried again. */
    public void tried(UUID subscription, Cursor place, boolean delivered) {
        update(
                "keeping what became of a dead letter",
                (delivered ? "delete from dead_letter" : "update dead_letter set again = false")
                        + " where subscription = ? and tx = ?::text::xid8 and seq = ?",
                subscription,
                Long.toUnsignedString(place.transaction()),
                place.number());
    }

    /** Dead letters are to be tried again; answers how many. */
    public int revive(UUID subscription, Instant now) {
        return Transactions.run(dataSource, "reviving dead letters", connection -> {
            int letters =
                    Sql.update(connection, "update dead_letter set again = true where subscription = ?", subscription);
            Sql.update(connection, "update subscription set next_at = ? where id = ?", now, subscription);
            return letters;
        });
    }

    /** Everything behind the place is to be delivered again. */
    public void rewind(UUID subscription, Cursor place, Instant now) {
        update(
                "rewinding a subscription",
                "update subscription set tx = ?::text::xid8, seq = ?, attempts = 0, next_at = ? where id = ?",
                Long.toUnsignedString(place.transaction()),
                place.number(),
                now,
                subscription);
    }

    private List<Subscription> query(String sql, @Nullable Object... values) {
        return Transactions.run(
                dataSource,
                "reading subscriptions",
                connection -> Sql.query(connection, sql, Subscriptions::read, values));
    }

    private boolean update(String doing, String sql, @Nullable Object... values) {
        return Transactions.run(dataSource, doing, connection -> Sql.update(connection, sql, values) > 0);
    }

    private static Subscription read(ResultSet row) throws SQLException {
        return new Subscription(
                row.getObject("id", UUID.class),
                row.getString("client"),
                row.getString("agent"),
                row.getString("purpose"),
                row.getString("url"),
                row.getInt("key_version"),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                cursor(row),
                row.getInt("attempts"),
                Objects.requireNonNull(Sql.instant(row, "next_at")),
                row.getString("reason"),
                row.getInt("dead"));
    }

    private static Cursor cursor(ResultSet row) throws SQLException {
        return new Cursor(Long.parseUnsignedLong(row.getString("tx")), row.getLong("seq"));
    }
}
