package fr.unefois.mdm.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows in PostgreSQL's binary COPY format, for a table that the same transaction has created: nothing to escape, nothing
 * to parse but JSON. Each row first says how many columns it has, then gives each of them.
 */
final class CopyBinary {
    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] TRAILER = {(byte) 0xFF, (byte) 0xFF};
    private static final long FROM_1970_TO_2000 = 946_684_800L;
    private static final int OF_BIGINT = 20;
    private static final int OF_TEXT = 25;
    private static final int OF_UUID = 2950;

    private final String table;
    private byte[] bytes = new byte[1 << 16];
    private int size;

    /** @param table with its columns: {@code edge (a, b)} */
    CopyBinary(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }

    /** In bytes. */
    int size() {
        return size;
    }

    /** Takes over rows for the same table. */
    void append(CopyBinary rows) {
        add(rows.bytes, rows.size);
    }

    CopyBinary row(int columns) {
        return twoBytes(columns);
    }

    CopyBinary nothing() {
        return fourBytes(-1);
    }

    CopyBinary bigint(long value) {
        return fourBytes(Long.BYTES).eightBytes(value);
    }

    CopyBinary integer(int value) {
        return fourBytes(Integer.BYTES).fourBytes(value);
    }

    CopyBinary uuid(UUID value) {
        return fourBytes(2 * Long.BYTES)
                .eightBytes(value.getMostSignificantBits())
                .eightBytes(value.getLeastSignificantBits());
    }

    CopyBinary text(String value) {
        return raw(value.getBytes(StandardCharsets.UTF_8));
    }

    CopyBinary raw(byte[] value) {
        return fourBytes(value.length).add(value);
    }

    /** JSON in UTF-8, after the version of the format. */
    CopyBinary jsonb(byte[] json) {
        return fourBytes(json.length + 1).add(new byte[] {1}).add(json);
    }

    /** Microseconds since 2000. */
    CopyBinary timestamp(@Nullable Instant value) {
        return value == null
                ? nothing()
                : bigint((value.getEpochSecond() - FROM_1970_TO_2000) * 1_000_000 + value.getNano() / 1000);
    }

    CopyBinary bigints(long[] values) {
        return array(OF_BIGINT, values.length, () -> Arrays.stream(values).forEach(this::bigint));
    }

    CopyBinary texts(Collection<String> values) {
        return array(OF_TEXT, values, this::text);
    }

    CopyBinary uuids(Collection<UUID> values) {
        return array(OF_UUID, values, this::uuid);
    }

    private <T> CopyBinary array(int type, Collection<T> values, Consumer<T> each) {
        return array(type, values.size(), () -> values.forEach(each));
    }

    /** Dimensions, whether there are nulls, the elements' type; then for the one dimension its length and first index. */
    private CopyBinary array(int type, int length, Runnable elements) {
        int start = size;
        fourBytes(0).fourBytes(length == 0 ? 0 : 1).fourBytes(0).fourBytes(type);
        if (length > 0) {
            fourBytes(length).fourBytes(1);
            elements.run();
        }
        int end = size;
        size = start;
        fourBytes(end - start - Integer.BYTES);
        size = end;
        return this;
    }

    private CopyBinary add(byte[] more) {
        return add(more, more.length);
    }

    private CopyBinary add(byte[] more, int length) {
        room(length);
        System.arraycopy(more, 0, bytes, size, length);
        size += length;
        return this;
    }

    private CopyBinary twoBytes(int value) {
        room(Short.BYTES);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
        return this;
    }

    private CopyBinary fourBytes(int value) {
        return twoBytes(value >> 16).twoBytes(value);
    }

    private CopyBinary eightBytes(long value) {
        return fourBytes((int) (value >> 32)).fourBytes((int) value);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    /** Sends the rows, frozen: the transaction that created the table is the only one that can see them. */
    void send(Connection connection) throws SQLException {
        if (size == 0) {
            return;
        }
        InputStream rows = new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(HEADER),
                new ByteArrayInputStream(bytes, 0, size),
                new ByteArrayInputStream(TRAILER))));
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin (format binary, freeze)", rows, 1 << 16);
        } catch (IOException e) {
            throw new SQLException("the connection broke in a COPY to " + table, "08006", e);
        }
        size = 0;
    }
}
