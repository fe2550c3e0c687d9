package fr.unefois.mdm.store;

import fr.unefois.mdm.record.CitizenRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Tells whether a source says of a record what it said before: SHA-256 of its values, relations and date. */
final class ContentHash {
    private ContentHash() {}

    static byte[] of(CitizenRecord record, String said) {
        return of(record, said.getBytes(StandardCharsets.UTF_8));
    }

    /** @param said in UTF-8 */
    static byte[] of(CitizenRecord record, byte[] said) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(String.valueOf(record.asOf()).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(said);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
