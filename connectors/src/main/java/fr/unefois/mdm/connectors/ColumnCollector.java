package fr.unefois.mdm.connectors;

import java.util.Map;
import java.util.TreeMap;

/** Gathers, while a mapping is read, the columns it names and what for. */
final class ColumnCollector {
    private final Map<String, String> wantedFor = new TreeMap<>();

    void add(String column, String what) {
        if (!column.isEmpty()) {
            wantedFor.merge(column, what, (known, other) -> known + ", " + other);
        }
    }

    Map<String, String> all() {
        return wantedFor;
    }
}
