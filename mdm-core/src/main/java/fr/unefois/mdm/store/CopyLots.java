package fr.unefois.mdm.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rows for several tables, sent in large lots: each COPY begins on fresh pages and takes some more ahead, so that many small
 * ones leave a good part of a table empty.
 */
final class CopyLots {
    private static final int LOT = 16 << 20;

    private final Connection connection;
    private final Map<String, CopyBinary> lots = new LinkedHashMap<>();

    CopyLots(Connection connection) {
        this.connection = connection;
    }

    void add(CopyBinary rows) throws SQLException {
        CopyBinary lot = lots.computeIfAbsent(rows.table(), CopyBinary::new);
        lot.append(rows);
        if (lot.size() >= LOT) {
            lot.send(connection);
        }
    }

    /** Sends what still waits. */
    void send() throws SQLException {
        for (CopyBinary lot : lots.values()) {
            lot.send(connection);
        }
        lots.clear();
    }
}
