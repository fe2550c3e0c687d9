package fr.unefois.mdm.record;

import java.util.Comparator;
import java.util.Objects;

/** A record's identity: the source's name and the identifier the source itself gives the record. */
public record SourceKey(String source, String id) implements Comparable<SourceKey> {
    private static final Comparator<SourceKey> ORDER =
            Comparator.comparing(SourceKey::source).thenComparing(SourceKey::id);

    public SourceKey {
        Objects.requireNonNull(source);
        Objects.requireNonNull(id);
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
