package fr.unefois.mdm.standardise;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A field of which a record has one value at most. */
public final class ValueColumn<T> {
    /** The code of a value that the record does not tell. */
    public static final int NONE = -1;

    private final Dictionary<T> values;
    private final RowCodes.Field codes;

    private ValueColumn(Dictionary<T> values, RowCodes.Field codes) {
        this.values = values;
        this.codes = codes;
    }

    static <T> ValueColumn<T> of(
            List<StandardRecord> records,
            RowCodes rows,
            Dictionary<T> values,
            Function<StandardRecord, @Nullable T> field) {
        int[] codes = new int[records.size()];
        Arrays.setAll(codes, record -> {
            T value = field.apply(records.get(record));
            return value == null ? NONE : values.code(value);
        });
        return new ValueColumn<>(values, rows.field(codes));
    }

    static <T> ValueColumn<T> of(RowCodes rows, ColumnBuilder<T> built) {
        return new ValueColumn<>(built.values(), rows.field(built.codes()));
    }

    /** The distinct values; two columns may share them. */
    public Dictionary<T> values() {
        return values;
    }

    /** How many records there are. */
    public int size() {
        return codes.records();
    }

    /** The code of the record's value, or {@link #NONE}. */
    public int code(int record) {
        return codes.of(record);
    }

    /** The record's value; null where it tells none. */
    public @Nullable T value(int record) {
        int code = codes.of(record);
        return code == NONE ? null : values.value(code);
    }
}
