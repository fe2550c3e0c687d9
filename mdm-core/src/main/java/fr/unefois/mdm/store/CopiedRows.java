package fr.unefois.mdm.store;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/**
 * Rows that come in PostgreSQL's binary COPY format: the server goes on while they are read, which it does not between
 * the portions of a cursor. The columns of a row are read in their order, each once.
 */
final class CopiedRows {
    private static final int BUFFER = 1 << 16;
    private static final int SIGNATURE_AND_FLAGS = 15;
    private static final int NO_MORE = -1;
    private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");

    /** Reads one row, all columns of it. */
    @FunctionalInterface
    interface Each {
        void read(CopiedRows row) throws IOException;
    }

    private final DataInputStream in;

    private CopiedRows(DataInputStream in) {
        this.in = in;
    }

    static void stream(Connection connection, String query, Each each) throws SQLException {
        String copy = "copy (" + query + ") to stdout (format binary)";
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new PGCopyInputStream(connection.unwrap(PGConnection.class), copy), BUFFER))) {
            in.skipNBytes(SIGNATURE_AND_FLAGS);
            in.skipNBytes(in.readInt());
            CopiedRows rows = new CopiedRows(in);
            while (in.readShort() != NO_MORE) {
                each.read(rows);
            }
        } catch (IOException e) {
            throw new SQLException("the connection broke in a COPY from the server", "08006", e);
        }
    }

    byte @Nullable [] bytes() throws IOException {
        int length = in.readInt();
        return length < 0 ? null : in.readNBytes(length);
    }

    @Nullable
    String text() throws IOException {
        byte[] bytes = bytes();
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    long bigint() throws IOException {
        in.readInt();
        return in.readLong();
    }

    @Nullable
    UUID uuid() throws IOException {
        return in.readInt() < 0 ? null : new UUID(in.readLong(), in.readLong());
    }

    /** Microseconds since 2000. */
    Instant timestamp() throws IOException {
        long micros = bigint();
        return FROM.plusSeconds(Math.floorDiv(micros, 1_000_000L)).plusNanos(1000 * Math.floorMod(micros, 1_000_000L));
    }

    /**
     * The texts in the bytes of a {@code text[]}.
     *
     * @throws IllegalArgumentException where it has more than one dimension, or a null in it
     */
    static List<String> texts(byte[] array) {
        ByteBuffer bytes = ByteBuffer.wrap(array);
        int dimensions = bytes.getInt();
        boolean nulls = bytes.getInt() != 0;
        if (dimensions > 1 || nulls) {
            throw new IllegalArgumentException("not a list of texts");
        }
        List<String> texts = new ArrayList<>();
        if (dimensions == 1) {
            bytes.getInt();
            int length = bytes.getInt();
            bytes.getInt();
            for (int i = 0; i < length; i++) {
                byte[] text = new byte[bytes.getInt()];
                bytes.get(text);
                texts.add(new String(text, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
