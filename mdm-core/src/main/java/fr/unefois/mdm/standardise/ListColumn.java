package fr.unefois.mdm.standardise;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A field of which a record has a list of values. Lists are coded like values: two records that tell the same share one. */
public final class ListColumn<T> {
    private static final int[] EMPTY = {};

    private final Dictionary<T> values;
    private final int[] codes;
    private final Dictionary<List<T>> lists;
    private final int[][] elements;

    private ListColumn(Dictionary<T> values, int[] codes, Dictionary<List<T>> lists, int[][] elements) {
        this.values = values;
        this.codes = codes;
        this.lists = lists;
        this.elements = elements;
    }

    static <T> ListColumn<T> of(
            List<StandardRecord> records, Dictionary<T> values, Function<StandardRecord, List<T>> field) {
        Dictionary<List<T>> lists = new Dictionary<>();
        int[] codes = new int[records.size()];
        Arrays.setAll(codes, record -> {
            List<T> list = field.apply(records.get(record));
            return list.isEmpty() ? ValueColumn.NONE : lists.code(list);
        });
        return of(values, codes, lists);
    }

    static <T> ListColumn<T> of(Dictionary<T> values, ColumnBuilder<List<T>> built) {
        return of(values, built.codes(), built.values());
    }

    private static <T> ListColumn<T> of(Dictionary<T> values, int[] codes, Dictionary<List<T>> lists) {
        int[][] elements = new int[lists.size()][];
        for (int list = 0; list < elements.length; list++) {
            elements[list] = lists.value(list).stream().mapToInt(values::code).toArray();
        }
        return new ListColumn<>(values, codes, lists, elements);
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
        return codes.length;
    }

    /** The code of the record's list, or {@link ValueColumn#NONE} where it is empty. */
    public int code(int record) {
        return codes[record];
    }

    /** The codes of a list's values, in order; not to be changed. */
    public int[] elements(int list) {
        return elements[list];
    }

    /** The codes of the record's values, in order; not to be changed. */
    public int[] of(int record) {
        return codes[record] == ValueColumn.NONE ? EMPTY : elements[codes[record]];
    }

    /** The record's values. */
    public List<T> list(int record) {
        return codes[record] == ValueColumn.NONE ? List.of() : lists.value(codes[record]);
    }
}
