package fr.unefois.mdm.connectors;

/** A complete snapshot that a source system offers, ready to be read as often as wanted. */
public interface Extract {
    /** Where it lies, as people would look for it: a path, an address. */
    String place();

    /**
     * Opens it at its beginning.
     *
     * @throws UnreadableSource when nothing of it can be trusted: it is absent, empty, binary, or lacks a column
     */
    Rows read(Columns columns);
}
