package fr.unefois.mdm.arrive;

/**
 * Edges between records in columns that were found beforehand: all pairs that share a blocking key and reach the model's
 * floor, as {@link Links} would find them. Threads may share it.
 */
public interface FoundEdges {
    /** Where the edges of the record to those of greater position begin. */
    int from(int left);

    /** Where they end, exclusive. */
    int to(int left);

    /** The record of greater position of the edge at the place. */
    int right(int at);

    /** In thousandths of a bit. */
    int weight(int at);
}
