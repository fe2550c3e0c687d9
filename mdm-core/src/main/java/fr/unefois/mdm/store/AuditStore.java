package fr.unefois.mdm.store;

import fr.unefois.mdm.access.AuditCheck;
import fr.unefois.mdm.access.AuditEntry;
import fr.unefois.mdm.access.AuditSeal;
import fr.unefois.mdm.access.AuditSegment;
import fr.unefois.mdm.access.Digest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Seals, verifies and purges the account. */
public final class AuditStore {
    /** {@code audit} in ASCII: one process seals or purges at a time. */
    private static final String LOCK = "select pg_advisory_xact_lock(" + 0x6175646974L + ")";

    private static final String NEW_SEGMENTS = """
            select c.chain, coalesce(s.to_seq, 0) + 1 as from_seq, c.seq as to_seq, s.end_hash as start_hash,
                c.hash as end_hash, null::timestamptz as purged_at
            from audit_chain c
            left join lateral (select to_seq, end_hash from audit_segment
                where chain = c.chain order by from_seq desc limit 1) s on true
            where c.seq > coalesce(s.to_seq, 0) order by c.chain
            """;
    private static final String SEGMENTS = "select seal, chain, from_seq, to_seq, start_hash, end_hash, purged_at"
            + " from audit_segment order by seal, chain";
    private static final String PURGE = """
            with old as (
                update audit_segment g set purged_at = ? from audit_seal s
                where s.no = g.seal and s.at < ? and g.purged_at is null
                returning g.chain, g.from_seq, g.to_seq
            )
            delete from access_audit a using old o
            where a.chain = o.chain and a.seq between o.from_seq and o.to_seq
            """;

    private final DataSource dataSource;

    public AuditStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Seals what every chain has grown by; empty where none has. */
    public Optional<AuditSeal> seal(Instant now) {
        return Transactions.run(dataSource, "sealing the audit", connection -> {
            Sql.query(connection, LOCK, row -> "");
            List<AuditSegment> segments = Sql.query(connection, NEW_SEGMENTS, AuditStore::segment);
            if (segments.isEmpty()) {
                return Optional.empty();
            }
            List<AuditSeal> last = Sql.query(
                    connection,
                    "select no, at, previous, root from audit_seal order by no desc limit 1",
                    AuditStore::seal);
            AuditSeal seal = AuditSeal.over(
                    last.isEmpty() ? 1 : last.get(0).no() + 1,
                    now.truncatedTo(ChronoUnit.MICROS),
                    last.isEmpty() ? AuditSeal.NONE : last.get(0).root(),
                    segments);
            write(connection, seal, segments);
            return Optional.of(seal);
        });
    }

    private static void write(Connection connection, AuditSeal seal, List<AuditSegment> segments) throws SQLException {
        Sql.update(
                connection,
                "insert into audit_seal (no, at, previous, root) values (?, ?, ?, ?)",
                seal.no(),
                seal.at(),
                seal.previous().toBytes(),
                seal.root().toBytes());
        for (AuditSegment segment : segments) {
            Sql.update(
                    connection,
                    "insert into audit_segment (seal, chain, from_seq, to_seq, start_hash, end_hash)"
                            + " values (?, ?, ?, ?, ?, ?)",
                    seal.no(),
                    segment.chain(),
                    segment.from(),
                    segment.to(),
                    segment.start().toBytes(),
                    segment.end().toBytes());
        }
    }

    /** The seals after the one of this number, for who exports their roots. */
    public List<AuditSeal> sealsAfter(long no) {
        return Transactions.run(
                dataSource,
                "reading the seals",
                connection -> Sql.query(
                        connection,
                        "select no, at, previous, root from audit_seal where no > ? order by no",
                        AuditStore::seal,
                        no));
    }

    /**
     * Reads all of it, as it is at one instant.
     *
     * @param exported the roots that left the host
     * @param mayBePurged rows sealed before it may be gone
     */
    public AuditCheck.Verdict verify(Map<Long, Digest> exported, Instant mayBePurged) {
        return Transactions.run(dataSource, "verifying the audit", connection -> {
            Sql.update(connection, "set transaction isolation level repeatable read read only");
            List<AuditCheck.Head> heads = Sql.query(
                    connection,
                    "select chain, seq, hash from audit_chain",
                    row -> new AuditCheck.Head(
                            row.getObject("chain", UUID.class), row.getLong("seq"), Digest.of(row.getBytes("hash"))));
            return new AuditReader(new AuditCheck(heads, sealed(connection), exported, mayBePurged)).read(connection);
        });
    }

    /** Which citizens a client was shown since an instant. */
    public Set<UUID> shown(String client, Instant since) {
        return Transactions.run(
                dataSource,
                "reading the audit",
                connection -> Set.copyOf(Sql.query(
                        connection,
                        "select distinct citizen from access_audit where client = ? and at >= ?",
                        row -> row.getObject(1, UUID.class),
                        client,
                        since)));
    }

    /** Removes the rows of segments that were sealed before the instant; answers how many. */
    public int purge(Instant before, Instant now) {
        return Transactions.run(dataSource, "purging the audit", connection -> {
            Sql.query(connection, LOCK, row -> "");
            return Sql.update(connection, PURGE, now, before);
        });
    }

    /** Removes alarms raised before the instant, which no chain holds; answers how many. */
    public int purgeAlarms(Instant before) {
        return Transactions.run(
                dataSource,
                "purging alarms",
                connection -> Sql.update(connection, "delete from access_alarm where at < ?", before));
    }

    private static List<AuditCheck.Sealed> sealed(Connection connection) throws SQLException {
        Map<Long, List<AuditSegment>> segments =
                Sql.query(connection, SEGMENTS, row -> Map.entry(row.getLong("seal"), segment(row))).stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        List<AuditCheck.Sealed> sealed = new ArrayList<>();
        for (AuditSeal seal :
                Sql.query(connection, "select no, at, previous, root from audit_seal order by no", AuditStore::seal)) {
            List<AuditSegment> covered = segments.remove(seal.no());
            sealed.add(new AuditCheck.Sealed(seal, covered == null ? List.of() : covered));
        }
        return sealed;
    }

    private static AuditSeal seal(ResultSet row) throws SQLException {
        return new AuditSeal(
                row.getLong("no"),
                Objects.requireNonNull(Sql.instant(row, "at")),
                Digest.of(row.getBytes("previous")),
                Digest.of(row.getBytes("root")));
    }

    private static AuditSegment segment(ResultSet row) throws SQLException {
        UUID chain = row.getObject("chain", UUID.class);
        byte[] start = row.getBytes("start_hash");
        return new AuditSegment(
                chain,
                row.getLong("from_seq"),
                row.getLong("to_seq"),
                start == null ? AuditEntry.genesis(chain) : Digest.of(start),
                Digest.of(row.getBytes("end_hash")),
                Sql.instant(row, "purged_at"));
    }
}
