package fr.unefois.mdm.connectors;

/** A row after mapping: a citizen record, or one set aside. */
public sealed interface Reading permits MappedRow, QuarantinedRow {
    long line();
}
