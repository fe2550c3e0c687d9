package fr.unefois.mdm.store;

import fr.unefois.mdm.access.Access;
import fr.unefois.mdm.access.AuditEntry;
import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Storable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of the account. */
final class AuditRows {
    private static final String ACCESS =
            "at, client, agent, on_behalf_of, contract, contract_version, purpose, operation," + " citizen, attributes";

    private static final String INSERT = "insert into access_audit (chain, seq, hash, " + ACCESS + """
            )
            select ?, seq, hash, at, client, agent, on_behalf_of, contract, contract_version, purpose, operation, citizen,
                attributes::text[]
            from unnest(?::bigint[], ?::bytea[], ?::timestamptz[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::uuid[], ?::text[])
                as a(seq, hash, at, client, agent, on_behalf_of, contract, contract_version, purpose, operation, citizen,
                    attributes)
            """;
    private static final String MOVE_HEAD = """
            insert into audit_chain (chain, seq, hash) values (?, ?, ?)
            on conflict (chain) do update set seq = excluded.seq, hash = excluded.hash
            returning seq
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
    static Sql append(List<AuditEntry> entries) {
        List<Access> accesses = entries.stream().map(AuditEntry::access).toList();
        AuditEntry last = entries.get(entries.size() - 1);
        return new Sql()
                .add(
                        INSERT,
                        last.chain(),
                        entries.stream().map(AuditEntry::seq).toArray(Long[]::new),
                        entries.stream().map(entry -> entry.hash().toBytes()).toArray(byte[][]::new),
                        accesses.stream().map(Access::at).toArray(Instant[]::new),
                        texts(accesses, Access::client),
                        texts(accesses, Access::agent),
                        accesses.stream().map(Access::onBehalfOf).toArray(UUID[]::new),
                        texts(accesses, Access::contract),
                        texts(accesses, Access::contractVersion),
                        texts(accesses, Access::purpose),
                        texts(accesses, access -> access.operation().name()),
                        accesses.stream().map(Access::citizen).toArray(UUID[]::new),
                        texts(
                                accesses,
                                access -> Sql.literal(access.attributes().stream()
                                        .map(Attribute::name)
                                        .toList())))
                .add(MOVE_HEAD, last.chain(), last.seq(), last.hash().toBytes());
    }

    private static @Nullable String[] texts(List<Access> accesses, Function<Access, @Nullable String> text) {
        return accesses.stream().map(text).toArray(String[]::new);
    }

    static List<Access> of(Connection connection, UUID citizen, int limit) throws SQLException {
        return Sql.query(connection, OF_CITIZEN, AuditRows::access, citizen, limit);
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
                attributes(row));
    }

    private static Set<Attribute> attributes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("attributes").getArray())
                .map(Attribute::new)
                .collect(Collectors.toSet());
    }
}
