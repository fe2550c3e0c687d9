package fr.unefois.mdm.store;

import fr.unefois.mdm.access.Access;
import fr.unefois.mdm.access.Audit;
import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.record.Attribute;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The account of accesses in PostgreSQL, in transactions of its own: a row stays even when the call fails later. */
public final class PostgresAudit implements Audit {
    private static final String INSERT = """
            insert into access_audit
                (at, client, agent, contract, contract_version, purpose, operation, citizen, attributes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SELECT = """
            with recursive led(ref) as (
                select ?::uuid
                union
                select r.ref from led l join ref_redirect r on r.into_refs @> array[l.ref]
            )
            select at, client, agent, contract, contract_version, purpose, operation, citizen, attributes
            from access_audit where citizen in (select ref from led) order by id desc limit ?
            """;

    private final DataSource dataSource;

    public PostgresAudit(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void record(Collection<Access> accesses) {
        if (accesses.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (Access access : accesses) {
                    bind(connection, insert, access);
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreFailure.of("writing the audit: no row, no data", e);
        }
    }

    @Override
    public List<Access> of(UUID citizen, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, citizen);
            select.setInt(2, limit);
            List<Access> accesses = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    accesses.add(access(rows));
                }
            }
            return accesses;
        } catch (SQLException e) {
            throw StoreFailure.of("reading the audit", e);
        }
    }

    private static void bind(Connection connection, PreparedStatement insert, Access access) throws SQLException {
        insert.setObject(1, OffsetDateTime.ofInstant(access.at(), ZoneOffset.UTC));
        insert.setString(2, access.client());
        insert.setString(3, access.agent());
        insert.setString(4, access.contract());
        insert.setString(5, access.contractVersion());
        insert.setString(6, access.purpose());
        insert.setString(7, access.operation().name());
        insert.setObject(8, access.citizen());
        insert.setArray(
                9,
                connection.createArrayOf(
                        "text",
                        access.attributes().stream().map(Attribute::name).toArray()));
    }

    private static Access access(ResultSet row) throws SQLException {
        return new Access(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("client"),
                row.getString("agent"),
                row.getString("contract"),
                row.getString("contract_version"),
                row.getString("purpose"),
                Operation.valueOf(row.getString("operation")),
                row.getObject("citizen", UUID.class),
                Arrays.stream(texts(row.getArray("attributes")))
                        .map(Attribute::new)
                        .collect(Collectors.toSet()));
    }

    private static String[] texts(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
