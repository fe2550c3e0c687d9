package fr.unefois.mdm.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with HMAC-SHA256 (RFC 5869), for keys of 32 bytes at most: one round of expansion. */
final class Hkdf {
    private static final String HMAC = "HmacSHA256";

    private Hkdf() {}

    static byte[] sha256(byte[] secret, String salt, String info, int length) {
        return sha256(secret, salt.getBytes(StandardCharsets.UTF_8), info.getBytes(StandardCharsets.UTF_8), length);
    }

    static byte[] sha256(byte[] secret, byte[] salt, byte[] info, int length) {
        if (length > 32) {
            throw new IllegalArgumentException("one round gives 32 bytes");
        }
        byte[] pseudoRandomKey = hmac(salt, secret);
        byte[] message = Arrays.copyOf(info, info.length + 1);
        message[info.length] = 1;
        return Arrays.copyOf(hmac(pseudoRandomKey, message), length);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
