package fr.unefois.mdm.access;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * The references by which one sector names citizens: the key's version and one AES block of the internal UUID under
 * the sector's key, in URL-safe text of 23 characters. Two sectors' references of one citizen have nothing in common.
 */
public final class SectorReferences {
    /** The sector of the console, the commands, and exported cluster ids. */
    public static final String CONSOLE = "console";

    private static final int BLOCK = 16;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final Map<Integer, SecretKeySpec> keys = new TreeMap<>();
    private final int newest;

    /** Making a cipher searches all providers, which takes longer than its work; none is used by two at once. */
    private final Queue<Cipher> ciphers = new ConcurrentLinkedQueue<>();

    public SectorReferences(ReferenceKeys keys, String sector) {
        for (int version : keys.versions()) {
            this.keys.put(version, new SecretKeySpec(keys.sectorKey(version, sector), "AES"));
        }
        this.newest = keys.newest();
    }

    public String ref(UUID citizen) {
        byte[] plain = ByteBuffer.allocate(BLOCK)
                .putLong(citizen.getMostSignificantBits())
                .putLong(citizen.getLeastSignificantBits())
                .array();
        byte[] block = aes(Cipher.ENCRYPT_MODE, newest, plain);
        return ENCODER.encodeToString(
                ByteBuffer.allocate(BLOCK + 1).put((byte) newest).put(block).array());
    }

    /** The citizen that the text may name; empty when it is no reference. Whether the citizen exists is not known here. */
    public Optional<UUID> citizen(String ref) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(ref);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        // Re-encoding refuses a second spelling of the same bytes: one citizen, one reference.
        if (bytes.length != BLOCK + 1
                || !keys.containsKey(Byte.toUnsignedInt(bytes[0]))
                || !ENCODER.encodeToString(bytes).equals(ref)) {
            return Optional.empty();
        }
        ByteBuffer plain = ByteBuffer.wrap(
                aes(Cipher.DECRYPT_MODE, Byte.toUnsignedInt(bytes[0]), Arrays.copyOfRange(bytes, 1, bytes.length)));
        return Optional.of(new UUID(plain.getLong(), plain.getLong()));
    }

    /** One block is a permutation of the UUIDs: no mode and no salt are wanted, equal citizens give equal references. */
    @SuppressWarnings("InsecureCryptoUsage")
    private byte[] aes(int mode, int version, byte[] block) {
        try {
            Cipher idle = ciphers.poll();
            Cipher cipher = idle == null ? Cipher.getInstance("AES/ECB/NoPadding") : idle;
            cipher.init(mode, keys.get(version));
            byte[] turned = cipher.doFinal(block);
            ciphers.add(cipher);
            return turned;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }
}
