package fr.unefois.mdm.store;

import fr.unefois.mdm.access.Access;
import fr.unefois.mdm.access.AuditCheck;
import fr.unefois.mdm.access.AuditEntry;
import fr.unefois.mdm.access.Digest;
import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.record.Attribute;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rows of the account. */
final class AuditRows {
    private static final String ACCESS =
            "at, client, agent, on_behalf_of, contract, contract_version, purpose, operation," + " citizen, attributes";
    static final String ENTRIES = "select chain, seq, hash, " + ACCESS + " from access_audit order by chain, seq";

    private static final String INSERT = "insert into access_audit (chain, seq, hash, " + ACCESS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String MOVE_HEAD = """
            insert into audit_chain (chain, seq, hash) values (?, ?, ?)
            on conflict (chain) do update set seq = excluded.seq, hash = excluded.hash
            """;
    private static final String OF_CITIZEN = """
            with recursive led(ref) as (
                select ?::uuid
                union
                select r.ref from led l join ref_redirect r on r.into_refs @> array[l.ref]
            )
            select %s from access_audit where citizen in (select ref from led)
            order by at desc, chain, seq desc limit ?
            """.formatted(ACCESS);

    private AuditRows() {}

    /** As PostgreSQL will give it back: what a token says may be any text. */
    static Access storable(Access access) {
        String agent = access.agent();
        return new Access(
                access.at(),
                Storable.text(access.client()),
                agent == null ? null : Storable.text(agent),
                access.onBehalfOf(),
                access.contract(),
                access.contractVersion(),
                access.purpose(),
                access.operation(),
                access.citizen(),
                access.attributes());
    }

    /** Adds rows of one chain, and moves its head. */
    static void append(Connection connection, List<AuditEntry> entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (AuditEntry entry : entries) {
                bind(connection, insert, entry);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        AuditEntry last = entries.get(entries.size() - 1);
        Sql.update(connection, MOVE_HEAD, last.chain(), last.seq(), last.hash().toBytes());
    }

    private static void bind(Connection connection, PreparedStatement insert, AuditEntry entry) throws SQLException {
        Access access = entry.access();
        List<String> attributes =
                access.attributes().stream().map(Attribute::name).toList();
        insert.setObject(1, entry.chain());
        insert.setLong(2, entry.seq());
        insert.setBytes(3, entry.hash().toBytes());
        insert.setObject(4, access.at().atOffset(java.time.ZoneOffset.UTC));
        insert.setString(5, access.client());
        insert.setString(6, access.agent());
        insert.setObject(7, access.onBehalfOf());
        insert.setString(8, access.contract());
        insert.setString(9, access.contractVersion());
        insert.setString(10, access.purpose());
        insert.setString(11, access.operation().name());
        insert.setObject(12, access.citizen());
        insert.setArray(13, connection.createArrayOf("text", attributes.toArray()));
    }

    static List<Access> of(Connection connection, UUID citizen, int limit) throws SQLException {
        return Sql.query(connection, OF_CITIZEN, AuditRows::access, citizen, limit);
    }

    static void check(ResultSet row, AuditCheck check) throws SQLException {
        UUID chain = row.getObject("chain", UUID.class);
        long seq = row.getLong("seq");
        Access access;
        try {
            access = access(row);
        } catch (IllegalArgumentException e) {
            check.unreadable(chain, seq);
            return;
        }
        check.entry(new AuditEntry(chain, seq, access, Digest.of(row.getBytes("hash"))));
    }

    private static Access access(ResultSet row) throws SQLException {
        return new Access(
                Objects.requireNonNull(Sql.instant(row, "at")),
                row.getString("client"),
                row.getString("agent"),
                row.getObject("on_behalf_of", UUID.class),
                row.getString("contract"),
                row.getString("contract_version"),
                row.getString("purpose"),
                Operation.valueOf(row.getString("operation")),
                row.getObject("citizen", UUID.class),
                Arrays.stream((String[]) row.getArray("attributes").getArray())
                        .map(Attribute::new)
                        .collect(Collectors.toSet()));
    }
}
