package fr.unefois.mdm.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Follows one chain from its beginning; the first thing that is wrong is told, what follows from it is not. */
final class ChainCheck {
    private final UUID chain;
    private final List<AuditSegment> segments;
    private final AuditCheck.@Nullable Head head;
    private long next = 1;
    private Digest hash;
    private int segment;
    private long purged;
    private @Nullable String fault;

    /** @param segments by their first row */
    ChainCheck(UUID chain, List<AuditSegment> segments, AuditCheck.@Nullable Head head) {
        this.chain = chain;
        this.segments = segments;
        this.head = head;
        this.hash = AuditEntry.genesis(chain);
        skipPurged();
    }

    UUID chain() {
        return chain;
    }

    long purged() {
        return purged;
    }

    void entry(AuditEntry entry) {
        if (fault != null) {
            return;
        }
        if (entry.seq() != next) {
            fault = at(Math.min(entry.seq(), next)) + " is missing, or stands where none may be";
        } else if (!entry.follows(hash)) {
            fault = at(next) + " is not as it was written";
        } else {
            hash = entry.hash();
            next++;
            if (segment < segments.size() && segments.get(segment).to() < next) {
                endSegment(segments.get(segment));
            }
        }
    }

    void unreadable(long seq) {
        if (fault == null) {
            fault = at(seq) + " is not as it was written";
        }
    }

    /** What is wrong with the chain, if anything, now that all its rows were given. */
    Optional<String> end() {
        if (fault == null
                && (head == null || head.seq() != next - 1 || !head.hash().equals(hash))) {
            fault = at(next) + " is missing: the chain does not end where it ended";
        }
        if (fault == null && segment < segments.size()) {
            fault = at(next) + " was sealed and is missing";
        }
        return Optional.ofNullable(fault);
    }

    private void endSegment(AuditSegment sealed) {
        if (!sealed.end().equals(hash)) {
            fault = at(next - 1) + " is not the one that was sealed";
            return;
        }
        segment++;
        skipPurged();
    }

    private void skipPurged() {
        while (fault == null && segment < segments.size()) {
            AuditSegment sealed = segments.get(segment);
            if (sealed.from() != next || !sealed.start().equals(hash)) {
                fault = at(next) + " begins no segment: seals overlap or leave out rows";
            }
            if (sealed.purgedAt() == null) {
                return;
            }
            purged += sealed.to() - sealed.from() + 1;
            next = sealed.to() + 1;
            hash = sealed.end();
            segment++;
        }
    }

    private String at(long seq) {
        return "row " + seq + " of chain " + chain;
    }
}
