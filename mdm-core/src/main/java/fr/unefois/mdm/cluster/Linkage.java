package fr.unefois.mdm.cluster;

/** How the evidence between two clusters is summed up. */
public enum Linkage {
    /** The mean weight of all pairs; the baseline. A pair below the floor counts the floor. */
    AVERAGE,
    /** What the person truly has, and the records as copies of it: see {@link Likelihood}. */
    LIKELIHOOD
}
