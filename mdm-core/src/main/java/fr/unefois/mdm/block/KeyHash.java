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
        return then(FNV_BASIS, text);
    }

    /** The hash of what {@code hash} stands for, followed by the text. */
    static long then(long hash, String text) {
        long h = hash;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * FNV_PRIME;
        }
        // The end of a text is hashed too: ("ab", "c") is not ("a", "bc").
        return mixed((h ^ 0xFFFF) * FNV_PRIME);
    }

    private static long mixed(long hash) {
        long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
