package fr.unefois.mdm.compare;

/** A comparison of records in columns. Symmetric; threads may share it. */
@FunctionalInterface
interface Comparer {
    /** What the comparison says of the records at two positions, as {@link EvidenceCode}. */
    long compare(int left, int right);
}
