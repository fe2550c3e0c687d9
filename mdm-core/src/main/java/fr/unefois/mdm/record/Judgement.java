package fr.unefois.mdm.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a steward decided of two records. It outranks the score until taken back. */
public record Judgement(
        SourceKey left,
        SourceKey right,
        Verdict verdict,
        String steward,
        Instant at,
        @Nullable String comment) {
    public enum Verdict {
        SAME,
        DIFFERENT,
        UNSURE,
        /** What was said of the two is taken back, and is as if it had never been said. */
        WITHDRAWN
    }

    public Judgement {
        if (left.equals(right)) {
            throw new IllegalArgumentException("a record is not judged against itself: " + left);
        }
        if (left.compareTo(right) > 0) {
            SourceKey swapped = left;
            left = right;
            right = swapped;
        }
    }
}
