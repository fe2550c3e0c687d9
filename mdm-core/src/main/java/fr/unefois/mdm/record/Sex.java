package fr.unefois.mdm.record;

/** The sex of the civil status. */
public enum Sex {
    M,
    F,
    UNKNOWN
}
