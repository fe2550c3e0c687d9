package fr.unefois.mdm.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to calls that may come twice. Who comes first claims the call, and either keeps its answer or
 * releases it; a claim that nobody released, because its process died, is open again after {@link #CLAIM}.
 */
public final class KeptAnswers {
    /** How long an answer is kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** No call takes longer. */
    public static final Duration CLAIM = Duration.ofMinutes(1);

    private static final String CLAIMED = """
            insert into kept_answer as k (client, key_hash, fingerprint, begun_at) values (?, ?, ?, ?)
            on conflict (client, key_hash) do update
                set fingerprint = excluded.fingerprint, begun_at = excluded.begun_at,
                    status = null, etag = null, answer = null
                where k.begun_at < ? or (k.status is null and k.begun_at < ?)
            """;

    private final DataSource dataSource;

    /** A call by whose it is and what it asks: the latter two in hexadecimal digests. */
    public record Name(String client, String key, String fingerprint) {
        @Override
        public String toString() {
            return "Name[" + client + "]";
        }
    }

    /** An answer without a citizen's value. */
    public record Answer(int status, @Nullable String etag, String text) {}

    /** What is known of a call. */
    public sealed interface Known {
        /** Nobody has made it, or nobody within a day: it is the caller's to make. */
        record Nothing() implements Known {}

        /** Somebody is at it. */
        record Begun() implements Known {}

        /** The key was used for another call. */
        record Other() implements Known {}

        record Answered(Answer answer) implements Known {}
    }

    public KeptAnswers(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Claims the call, where nobody has. */
    public Known claim(Name name, Instant now) {
        return Transactions.run(dataSource, "claiming a call", connection -> {
            int claimed = Sql.update(
                    connection,
                    CLAIMED,
                    name.client(),
                    name.key(),
                    name.fingerprint(),
                    now,
                    now.minus(KEPT),
                    now.minus(CLAIM));
            if (claimed == 1) {
                return new Known.Nothing();
            }
            List<Known> known = Sql.query(
                    connection,
                    "select fingerprint, status, etag, answer from kept_answer where client = ? and key_hash = ?",
                    row -> {
                        if (!name.fingerprint().equals(row.getString("fingerprint"))) {
                            return new Known.Other();
                        }
                        String answer = row.getString("answer");
                        return answer == null
                                ? new Known.Begun()
                                : new Known.Answered(new Answer(row.getInt("status"), row.getString("etag"), answer));
                    },
                    name.client(),
                    name.key());
            // Released between the two statements: whoever tries again finds nothing.
            return known.isEmpty() ? new Known.Begun() : known.get(0);
        });
    }

    public void keep(Name name, Answer answer) {
        Transactions.run(
                dataSource,
                "keeping an answer",
                connection -> Sql.update(
                        connection,
                        "update kept_answer set status = ?, etag = ?, answer = ?"
                                + " where client = ? and key_hash = ? and fingerprint = ?",
                        answer.status(),
                        answer.etag(),
                        answer.text(),
                        name.client(),
                        name.key(),
                        name.fingerprint()));
    }

    /** The call came to nothing: it may be made again. */
    public void release(Name name) {
        Transactions.run(
                dataSource,
                "releasing a call",
                connection -> Sql.update(
                        connection,
                        "delete from kept_answer where client = ? and key_hash = ? and fingerprint = ?"
                                + " and status is null",
                        name.client(),
                        name.key(),
                        name.fingerprint()));
    }

    /** Forgets what is older than a day. */
    public int forget(Instant now) {
        return Transactions.run(
                dataSource,
                "forgetting answers",
                connection -> Sql.update(connection, "delete from kept_answer where begun_at < ?", now.minus(KEPT)));
    }
}
