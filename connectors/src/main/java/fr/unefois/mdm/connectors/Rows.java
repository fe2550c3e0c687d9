package fr.unefois.mdm.connectors;

import java.util.Iterator;

/** The rows of one extract, in its order. Not thread-safe. */
public interface Rows extends Iterator<Row>, AutoCloseable {
    /** The share of the extract already read, from 0 to 1. */
    double progress();

    @Override
    void close();
}
