package fr.unefois.mdm.block;

/**
 * A 64-bit hash that is the same on every machine and in every version of Java: FNV-1a over the characters, finished
 * with the mixing steps of MurmurHash3 (both in the public domain).
 */
final class KeyHash {
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private KeyHash() {}

    static long of(String text) {
        long h = FNV_BASIS;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * FNV_PRIME;
        }
        return mixed(h);
    }

    /** The hash of what {@code hash} stands for, followed by what {@code next} stands for. */
    static long then(long hash, long next) {
        return mixed((hash * FNV_PRIME) ^ next);
    }

    private static long mixed(long hash) {
        long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
