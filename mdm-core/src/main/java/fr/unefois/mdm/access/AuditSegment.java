package fr.unefois.mdm.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one chain that a seal covers.
 *
 * @param from the first row's number; {@code to} the last one's
 * @param start the hash before the first row; {@code end} the last row's
 * @param purgedAt when its rows were removed because their retention had ended; null while they are there
 */
public record AuditSegment(
        UUID chain,
        long from,
        long to,
        Digest start,
        Digest end,
        @Nullable Instant purgedAt) {
    /** Purging changes no root: what was sealed stays sealed. */
    Digest leaf() {
        return Digest.over(String.join(
                " ",
                "leaf",
                chain.toString(),
                Long.toString(from),
                Long.toString(to),
                start.toString(),
                end.toString()));
    }
}
