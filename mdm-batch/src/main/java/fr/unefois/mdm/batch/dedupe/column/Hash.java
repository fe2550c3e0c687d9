package fr.unefois.mdm.batch.dedupe.column;

/** 64 well mixed bits of a text; capitals and small letters alike. */
final class Hash {
    private Hash() {}

    static long of(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ Character.toLowerCase(text.charAt(i))) * 0x100000001b3L;
        }
        hash ^= (hash >>> 32);
        hash *= 0xd6e8feb86659fd93L;
        hash ^= (hash >>> 32);
        hash *= 0xd6e8feb86659fd93L;
        return hash ^ (hash >>> 32);
    }
}
