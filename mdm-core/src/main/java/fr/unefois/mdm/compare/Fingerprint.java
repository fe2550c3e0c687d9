package fr.unefois.mdm.compare;

/** A running 64-bit hash, the same on every machine. */
final class Fingerprint {
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    static long then(long hash, String text) {
        long h = hash;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * PRIME;
        }
        return then(h, text.length());
    }

    static long then(long hash, long number) {
        long h = (hash ^ number) * PRIME;
        return h ^ (h >>> 29);
    }
}
