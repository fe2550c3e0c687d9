package fr.unefois.mdm.access;

/** What a client may be entitled to do; each call of the service is exactly one of these. */
public enum Operation {
    /** Ask who a described person is. */
    RESOLVE,
    /** See, beside the answer of {@link #RESOLVE}, the evidence in bits. */
    EXPLAIN,
    /** Read the profile of a citizen. */
    READ,
    /** Have a declared form filled. */
    PREFILL,
    /** Turn a source's own identifier into a reference, and see the identifiers in other sources. */
    CROSSWALK,
    /** Feed or withdraw records of the sources of one's own sector. */
    WRITE,
    /** See doubtful pairs with their values, and judge them. */
    REVIEW,
    /** See who read or changed a citizen's data. */
    ACCESSES,
    /** See what a golden record was, how it came to be, and why its records are together. */
    HISTORY,
    /** Follow what changes, of the citizens that the contract may read. */
    CHANGES
}
