package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.record.SourceKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** The whole base in a stable order, row by row, as it is at the instant of the call. */
public final class Exports {
    private static final int FETCH = 2000;

    /** Takes one row. */
    @FunctionalInterface
    interface Each {
        void read(ResultSet row) throws SQLException;
    }

    private final DataSource dataSource;

    public Exports(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Every live source record that is linked, with its citizen's reference, in key order. */
    public void memberships(BiConsumer<SourceKey, UUID> each) {
        read(
                "select s.source, s.source_id, m.ref from source_record s join membership m on m.record = s.id"
                        + Rows.IN_KEY_ORDER,
                row -> each.accept(Rows.key(row), row.getObject("ref", UUID.class)));
    }

    /** Every live citizen, the oldest reference first. */
    public void citizens(Consumer<Citizen> each) {
        read(Rows.CITIZEN + " order by ref", row -> each.accept(Rows.citizen(row)));
    }

    private void read(String sql, Each each) {
        Transactions.run(dataSource, "exporting", connection -> {
            stream(connection, sql, each);
            return "";
        });
    }

    /** Reads with a cursor, so that no more than a few thousand rows are in memory; needs a transaction. */
    static void stream(Connection connection, String sql, Each each) throws SQLException {
        try (PreparedStatement prepared = Sql.prepare(connection, sql, List.of())) {
            prepared.setFetchSize(FETCH);
            try (ResultSet rows = prepared.executeQuery()) {
                while (rows.next()) {
                    each.read(rows);
                }
            }
        }
    }
}
