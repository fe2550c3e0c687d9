package fr.unefois.mdm.block;

import fr.unefois.mdm.standardise.Columns;
import java.util.stream.IntStream;

/** Blocking rules over records in columns: what the rules ask of each value is hashed once. Threads may share it. */
public final class KeyedColumns {
    private final FieldTable table;
    private final LongSet hot;
    private final FieldHashes[] fields;

    KeyedColumns(FieldTable table, LongSet hot, Columns columns) {
        this.table = table;
        this.hot = hot;
        this.fields = IntStream.range(0, table.size())
                .mapToObj(field -> table.field(field).over(columns))
                .toArray(FieldHashes[]::new);
    }

    /** A reader of keys for one thread. */
    public KeyReader reader() {
        return new KeyReader(table, hot, fields);
    }
}
