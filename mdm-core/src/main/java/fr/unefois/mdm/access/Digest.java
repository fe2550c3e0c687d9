package fr.unefois.mdm.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 of something, compared by content. */
public final class Digest {
    private static final int LENGTH = 32;

    private final byte[] bytes;

    private Digest(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What was computed before, as it was stored; of another length it equals nothing that is computed. */
    public static Digest of(byte[] stored) {
        return new Digest(stored.clone());
    }

    /** @throws IllegalArgumentException where the text is not hexadecimal */
    public static Digest parse(String hex) {
        return new Digest(HexFormat.of().parseHex(hex));
    }

    static Digest over(byte[] message, int length) {
        MessageDigest sha = sha256();
        sha.update(message, 0, length);
        return new Digest(sha.digest());
    }

    static Digest over(String text) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        return over(message, message.length);
    }

    /** The parent of two nodes of a Merkle tree; the tag tells a node from a leaf (RFC 6962). */
    Digest join(Digest right) {
        byte[] both = new byte[1 + 2 * LENGTH];
        both[0] = 1;
        System.arraycopy(bytes, 0, both, 1, LENGTH);
        System.arraycopy(right.bytes, 0, both, 1 + LENGTH, LENGTH);
        return over(both, both.length);
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** In hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
