package fr.unefois.mdm.decide;

/** What becomes of a pair. */
public enum Decision {
    MATCH,
    REVIEW,
    NON_MATCH
}
