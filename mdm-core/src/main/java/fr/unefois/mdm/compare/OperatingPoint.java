package fr.unefois.mdm.compare;

/** What the thresholds are chosen for. */
public enum OperatingPoint {
    /** The service: it links by itself only where hardly any link is wrong; the doubt goes to review. */
    SAFE,
    /** Files and comparisons with peers: best F1. */
    BALANCED
}
