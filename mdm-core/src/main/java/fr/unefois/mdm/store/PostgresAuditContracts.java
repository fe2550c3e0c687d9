package fr.unefois.mdm.store;

import fr.unefois.mdm.access.ServiceContract;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;

/** Keeps every version of every service contract that was in use, so that the audit can say what it allowed. */
public final class PostgresAuditContracts {
    private static final String INSERT = """
            insert into service_contract (name, version, client, sector, purposes, legal_basis, subject,
                operations, readable, searchable, writable, sources, minimum_certification, conditions, valid_from,
                valid_until)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private final DataSource dataSource;

    public PostgresAuditContracts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public void keep(Collection<ServiceContract> contracts) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (ServiceContract contract : contracts) {
                insert.setString(1, contract.name());
                insert.setString(2, contract.version());
                insert.setString(3, contract.client());
                insert.setString(4, contract.sector());
                insert.setArray(5, texts(connection, contract.purposes()));
                insert.setString(6, contract.legalBasis());
                insert.setString(7, contract.subject().name());
                insert.setArray(8, texts(connection, contract.operations()));
                insert.setArray(9, texts(connection, contract.readable()));
                insert.setArray(10, texts(connection, contract.searchable()));
                insert.setArray(11, texts(connection, contract.writable()));
                insert.setArray(12, texts(connection, contract.sources()));
                insert.setInt(13, contract.minimumCertification());
                insert.setString(
                        14,
                        contract.population() + "; " + contract.limits() + "; proof " + contract.proof()
                                + (contract.agentRequired() ? "; agent required" : ""));
                insert.setObject(15, contract.validFrom());
                insert.setObject(16, contract.validUntil());
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw StoreFailure.of("keeping the service contracts", e);
        }
    }

    private static Array texts(Connection connection, Collection<?> values) throws SQLException {
        return connection.createArrayOf(
                "text", values.stream().map(Object::toString).sorted().toArray());
    }
}
