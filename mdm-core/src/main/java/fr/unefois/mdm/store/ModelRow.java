package fr.unefois.mdm.store;

import fr.unefois.mdm.compare.Frequencies;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;

/** A model version as the base keeps it. */
final class ModelRow {
    private static final String KEEP =
            "insert into model_version (version, model, records, frequencies, hot) values (?, ?, ?, ?, ?)"
                    + " on conflict (version) do nothing";

    private ModelRow() {}

    /** Writes under the gate that the target is in force from now on. */
    static void enforce(Connection connection, Models.Target target) throws SQLException {
        Frequencies frequencies = target.walk().model().frequencies();
        long[] hot = target.walk().rules().hot();
        boolean counted = frequencies != Frequencies.national();
        Sql.update(
                connection,
                KEEP,
                target.version(),
                target.model(),
                target.records() == 0 ? null : target.records(),
                counted ? frequencies.bytes() : null,
                counted || hot.length > 0 ? bytes(hot) : null);
        // Not the transaction's beginning: whoever wrote since then wrote under the version before.
        Sql.update(
                connection, "update model_version set since = clock_timestamp() where version = ?", target.version());
        Sql.update(
                connection,
                "insert into model_in_force (version) values (?) on conflict (one) do update set version = excluded.version",
                target.version());
    }

    private static byte[] bytes(long[] keys) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * keys.length);
        bytes.asLongBuffer().put(keys);
        return bytes.array();
    }

    /** Blocking keys as they are kept. */
    static long[] keys(byte[] bytes) {
        long[] keys = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(keys);
        return keys;
    }
}
