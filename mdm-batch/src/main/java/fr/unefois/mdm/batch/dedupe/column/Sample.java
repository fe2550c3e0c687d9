package fr.unefois.mdm.batch.dedupe.column;

import java.util.ArrayList;
import java.util.List;

/** Rows taken evenly from a whole file: the first ones of a short file, every so manieth of a long one. */
final class Sample {
    private static final int MOST = 8192;

    private final List<String[]> rows = new ArrayList<>();
    private long stride = 1;
    private long seen;

    void add(String[] row) {
        if (seen++ % stride != 0) {
            return;
        }
        if (rows.size() == MOST) {
            List<String[]> half = new ArrayList<>();
            for (int i = 0; i < rows.size(); i += 2) {
                half.add(rows.get(i));
            }
            rows.clear();
            rows.addAll(half);
            stride *= 2;
        }
        rows.add(row.clone());
    }

    List<String[]> rows() {
        return rows;
    }

    /** What stands in a column, without what is missing. */
    List<String> values(int column) {
        List<String> values = new ArrayList<>();
        for (String[] row : rows) {
            if (!row[column].isBlank()) {
                values.add(row[column].strip());
            }
        }
        return values;
    }
}
