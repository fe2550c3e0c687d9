package fr.unefois.mdm.arrive;

import fr.unefois.mdm.record.Flaw;
import java.util.List;
import java.util.UUID;

/**
 * What one change did to the base.
 *
 * @param refs the citizens it touched; first the one that the record belongs to, where there still is one
 */
public record Arrival(Effect effect, List<UUID> refs, List<Flaw> flaws) {
    public enum Effect {
        /** A citizen nobody knew. */
        CREATED,
        /** The record joined, or stayed with, a citizen. */
        MATCHED,
        /** Citizens turned out to be one. */
        MERGED,
        /** A citizen turned out to be several. */
        SPLIT,
        /** The source said what it had said before, or the record to remove was not there. */
        UNCHANGED,
        /** The record went, and its citizen with it or not. */
        REMOVED
    }

    public Arrival {
        refs = List.copyOf(refs);
        flaws = List.copyOf(flaws);
    }
}
