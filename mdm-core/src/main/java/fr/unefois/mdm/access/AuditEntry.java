package fr.unefois.mdm.access;

import fr.unefois.mdm.record.Attribute;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the account in its chain.
 *
 * @param chain one per process and start
 * @param seq from 1, without gaps
 * @param hash over the row and the hash before it
 */
public record AuditEntry(UUID chain, long seq, Access access, Digest hash) {
    /** The hash before the first row of a chain. */
    public static Digest genesis(UUID chain) {
        return Digest.over("unefois audit chain " + chain);
    }

    /** The row that follows the one of the given hash. */
    public static AuditEntry after(Digest previous, UUID chain, long seq, Access access) {
        return new AuditEntry(chain, seq, access, hash(previous, chain, seq, access));
    }

    /** Whether the row is as it was when it was written after the row of the given hash. */
    boolean follows(Digest previous) {
        return hash(previous, chain, seq, access).equals(hash);
    }

    /** Every field with its length before it, so that nothing can move from one field to the next. */
    private static Digest hash(Digest previous, UUID chain, long seq, Access access) {
        Bytes bytes = new Bytes();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(previous.toBytes());
            uuid(out, chain);
            out.writeLong(seq);
            Instant at = access.at();
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
            text(out, access.client());
            text(out, access.agent());
            uuid(out, access.onBehalfOf());
            text(out, access.contract());
            text(out, access.contractVersion());
            text(out, access.purpose());
            text(out, access.operation().name());
            uuid(out, access.citizen());
            out.writeInt(access.attributes().size());
            for (Attribute attribute : access.attributes()) {
                text(out, attribute.name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        }
        return bytes.digest();
    }

    private static void uuid(DataOutputStream out, @Nullable UUID uuid) throws IOException {
        out.writeBoolean(uuid != null);
        if (uuid != null) {
            out.writeLong(uuid.getMostSignificantBits());
            out.writeLong(uuid.getLeastSignificantBits());
        }
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text == null ? -1 : bytes.length);
        out.write(bytes);
    }

    private static final class Bytes extends ByteArrayOutputStream {
        Bytes() {
            super(256);
        }

        Digest digest() {
            return Digest.over(buf, count);
        }
    }
}
