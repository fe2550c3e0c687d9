package fr.unefois.mdm.standardise;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A field of which a record has a list of values. Lists are coded like values: two records that tell the same share one. */
public final class ListColumn<T> {
    /** Stands for the only value of a list that has several. */
    public static final int SEVERAL = -2;

    private static final int[] EMPTY = {};

    private final Dictionary<T> values;
    private final RowCodes.Field codes;
    private final RowCodes.Field only;
    private final Dictionary<List<T>> lists;
    private final int[][] elements;

    private ListColumn(
            Dictionary<T> values,
            RowCodes.Field codes,
            RowCodes.Field only,
            Dictionary<List<T>> lists,
            int[][] elements) {
        this.values = values;
        this.codes = codes;
        this.only = only;
        this.lists = lists;
        this.elements = elements;
    }

    static <T> ListColumn<T> of(
            List<StandardRecord> records,
            RowCodes rows,
            Dictionary<T> values,
            Function<StandardRecord, List<T>> field) {
        Dictionary<List<T>> lists = new Dictionary<>();
        int[] codes = new int[records.size()];
        Arrays.setAll(codes, record -> {
            List<T> list = field.apply(records.get(record));
            return list.isEmpty() ? ValueColumn.NONE : lists.code(list);
        });
        return of(rows, values, codes, lists);
    }

    static <T> ListColumn<T> of(RowCodes rows, Dictionary<T> values, ColumnBuilder<List<T>> built) {
        return of(rows, values, built.codes(), built.values());
    }

    private static <T> ListColumn<T> of(RowCodes rows, Dictionary<T> values, int[] codes, Dictionary<List<T>> lists) {
        int[][] elements = new int[lists.size()][];
        for (int list = 0; list < elements.length; list++) {
            elements[list] = lists.value(list).stream().mapToInt(values::code).toArray();
        }
        RowCodes.Field ofLists = rows.field(codes);
        int[] only = new int[codes.length];
        Arrays.setAll(only, record -> only(codes[record], elements));
        return new ListColumn<>(values, ofLists, rows.field(only), lists, elements);
    }

    private static int only(int list, int[][] elements) {
        if (list == ValueColumn.NONE) {
            return ValueColumn.NONE;
        }
        return elements[list].length == 1 ? elements[list][0] : SEVERAL;
    }

    /** The distinct values of all lists. */
    public Dictionary<T> values() {
        return values;
    }

    /** The distinct lists, none of them empty. */
    public Dictionary<List<T>> lists() {
        return lists;
    }

    /** How many records there are. */
    public int size() {
        return codes.records();
    }

    /** The code of the record's list, or {@link ValueColumn#NONE} where it is empty. */
    public int code(int record) {
        return codes.of(record);
    }

    /** The code of the only value of the record's list; {@link #SEVERAL} or {@link ValueColumn#NONE} where it has not one. */
    public int only(int record) {
        return only.of(record);
    }

    /** The codes of a list's values, in order; not to be changed. */
    public int[] elements(int list) {
        return elements[list];
    }

    /** The codes of the record's values, in order; not to be changed. */
    public int[] of(int record) {
        int list = codes.of(record);
        return list == ValueColumn.NONE ? EMPTY : elements[list];
    }

    /** The record's values. */
    public List<T> list(int record) {
        int list = codes.of(record);
        return list == ValueColumn.NONE ? List.of() : lists.value(list);
    }
}
