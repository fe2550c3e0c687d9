package fr.unefois.mdm.block;

/** The hashes of a field's values, over records in columns. Threads may share it. */
@FunctionalInterface
interface FieldHashes {
    /** Adds the hashes of the record's values; equal values have equal hashes. */
    void read(int record, Hashes into);
}
