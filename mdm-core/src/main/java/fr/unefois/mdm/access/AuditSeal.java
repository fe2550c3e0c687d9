package fr.unefois.mdm.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What joins the chains: a root over the segments of a minute and over the seal before.
 *
 * @param no from 1, without gaps
 */
public record AuditSeal(long no, Instant at, Digest previous, Digest root) {
    /** What stands before the first seal. */
    public static final Digest NONE = Digest.over("unefois audit seals");

    /** The seal after {@code previous} over these segments, of which there is at least one. */
    public static AuditSeal over(long no, Instant at, Digest previous, List<AuditSegment> segments) {
        return new AuditSeal(no, at, previous, root(no, at, previous, segments));
    }

    boolean covers(List<AuditSegment> segments) {
        return !segments.isEmpty() && root(no, at, previous, segments).equals(root);
    }

    private static Digest root(long no, Instant at, Digest previous, List<AuditSegment> segments) {
        List<Digest> level = segments.stream()
                .sorted(Comparator.comparing(AuditSegment::chain))
                .map(AuditSegment::leaf)
                .toList();
        while (level.size() > 1) {
            List<Digest> above = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                above.add(i + 1 < level.size() ? level.get(i).join(level.get(i + 1)) : level.get(i));
            }
            level = above;
        }
        return Digest.over("seal " + no + " " + at + " " + previous + " " + level.get(0));
    }
}
