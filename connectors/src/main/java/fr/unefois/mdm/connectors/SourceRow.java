package fr.unefois.mdm.connectors;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One row as the source wrote it, in the order of its columns. */
public record SourceRow(long line, Map<String, String> columns) implements Row {
    public SourceRow {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** The text without surrounding blanks; empty when the row says nothing there. */
    public String text(String column) {
        return columns.getOrDefault(column, "").strip();
    }

    @Override
    public String toString() {
        return "SourceRow[line " + line + "]";
    }
}
