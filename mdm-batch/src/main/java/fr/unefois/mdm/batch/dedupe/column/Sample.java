package fr.unefois.mdm.batch.dedupe.column;

import fr.unefois.mdm.batch.dedupe.file.Coded;
import java.util.ArrayList;
import java.util.List;

/** Rows taken evenly from a whole file: the first ones of a short file, every so manieth of a long one. */
final class Sample {
    private static final int MOST = 8192;

    private final List<String[]> rows = new ArrayList<>();

    Sample(Coded coded) {
        int stride = 1;
        while ((coded.rows() - 1) / stride >= MOST) {
            stride *= 2;
        }
        for (int row = 0; row < coded.rows(); row += stride) {
            rows.add(coded.row(row));
        }
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
