package fr.unefois.mdm.record;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/** A record's identity: the source's name and the identifier the source itself gives the record. */
public record SourceKey(String source, String id) implements Comparable<SourceKey> {
    private static final Comparator<SourceKey> ORDER =
            Comparator.comparing(SourceKey::source).thenComparing(SourceKey::id);

    /** Longer is no identifier but a text that slipped. */
    private static final int LONGEST = 200;

    public SourceKey {
        Objects.requireNonNull(source);
        Objects.requireNonNull(id);
    }

    /** What speaks against an identifier, in words that do not repeat it; empty for one that may be kept. */
    public static Optional<String> faultOf(String id) {
        if (id.isBlank()) {
            return Optional.of("is empty");
        }
        if (id.length() > LONGEST || id.codePoints().anyMatch(SourceKey::isControlOrHalf)) {
            return Optional.of("is longer than " + LONGEST + " characters or holds control characters");
        }
        return Nir.looksLike(id)
                ? Optional.of("looks like a NIR, which may not be kept; the source must name its records otherwise")
                : Optional.empty();
    }

    /** Half of a surrogate pair is no character, and PostgreSQL keeps none. */
    private static boolean isControlOrHalf(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    @Override
    public int compareTo(SourceKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return source + "/" + id;
    }
}
