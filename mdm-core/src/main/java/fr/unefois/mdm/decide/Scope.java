package fr.unefois.mdm.decide;

import fr.unefois.mdm.record.SourceKey;

/** Which records may be of one person at all. */
public enum Scope {
    /** Any two. */
    LINK_AND_DEDUPE,
    /** Two of different sources: each source is known to hold a person once. */
    LINK_ONLY,
    /** Two of one source: each source is cleaned by itself. */
    DEDUPE_ONLY;

    public boolean allows(SourceKey a, SourceKey b) {
        return switch (this) {
            case LINK_AND_DEDUPE -> true;
            case LINK_ONLY -> !a.source().equals(b.source());
            case DEDUPE_ONLY -> a.source().equals(b.source());
        };
    }
}
