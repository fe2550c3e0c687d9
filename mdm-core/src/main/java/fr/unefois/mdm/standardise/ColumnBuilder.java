package fr.unefois.mdm.standardise;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One field of {@link ColumnsBuilder}: a value is coded once, and set for all rows that have it. For one thread. */
public final class ColumnBuilder<T> {
    private final Dictionary<T> values;
    private final int[] codes;

    ColumnBuilder(Dictionary<T> values, int rows) {
        this.values = values;
        this.codes = new int[rows];
        Arrays.fill(codes, ValueColumn.NONE);
    }

    /** The code by which rows have the value; null is said by a row that tells none. */
    public int code(@Nullable T value) {
        return value == null ? ValueColumn.NONE : values.code(value);
    }

    /** @param code what {@link #code} gave */
    public void set(int row, int code) {
        codes[row] = code;
    }

    Dictionary<T> values() {
        return values;
    }

    int[] codes() {
        return codes;
    }
}
