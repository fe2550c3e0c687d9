package fr.unefois.mdm.compare;

/** A comparison of records in columns. Symmetric; threads may share it. */
@FunctionalInterface
interface Comparer {
    /** What the comparison says of the records at two positions, as {@link EvidenceCode}. */
    long compare(int left, int right);

    /** Whether a record says anything of what is compared. */
    default boolean tells(int record) {
        return !EvidenceCode.isMissing(compare(record, record));
    }
}
