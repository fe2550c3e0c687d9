package fr.unefois.mdm.connectors;

/** What a connector finds where it expects a row: a good one, or one it must set aside. */
public sealed interface Row permits SourceRow, QuarantinedRow {
    /** 1-based, in the extract as an editor shows it. */
    long line();
}
