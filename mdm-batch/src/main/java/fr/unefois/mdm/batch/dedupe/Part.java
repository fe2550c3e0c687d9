package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.batch.dedupe.file.Codes;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.standardise.ColumnBuilder;
import fr.unefois.mdm.standardise.ValueFlaws;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One part of the standard records of a file: what some columns say, read once for all rows that say the same. */
final class Part<T> {
    /** So many values are read by one thread at a time. */
    private static final int RANGE = 4096;

    private final Codes codes;
    private final @Nullable Object[] values;
    private final Map<Integer, List<Flaw>> flaws = new TreeMap<>();

    /** Reads the value of one combination. */
    @FunctionalInterface
    interface Reading<T> {
        @Nullable
        T read(int code, ValueFlaws flaws);
    }

    private Part(Codes codes, int size) {
        this.codes = codes;
        this.values = new Object[size];
    }

    static <T> Part<T> of(Combination combination, Reading<T> reading) {
        Part<T> part = new Part<>(combination.codes(), combination.size());
        IntStream.range(0, (combination.size() + RANGE - 1) / RANGE)
                .parallel()
                .forEach(range -> part.read(range * RANGE, reading));
        return part;
    }

    private void read(int from, Reading<T> reading) {
        ValueFlaws found = new ValueFlaws();
        for (int code = from; code < Math.min(values.length, from + RANGE); code++) {
            values[code] = reading.read(code, found);
            List<Flaw> some = found.take();
            if (!some.isEmpty()) {
                synchronized (flaws) {
                    flaws.put(code, some);
                }
            }
        }
    }

    /** The number of each row's value. */
    Codes codes() {
        return codes;
    }

    @SuppressWarnings("unchecked")
    @Nullable
    T value(int code) {
        return (T) values[code];
    }

    /** Tells a column what the rows say, from a row of it on. */
    void into(ColumnBuilder<T> column, int firstRow) {
        into(column, firstRow, value -> value);
    }

    /** Tells a column one thing of what the rows say. */
    <V> void into(ColumnBuilder<V> column, int firstRow, Function<T, @Nullable V> thing) {
        int[] known = new int[values.length];
        for (int code = 0; code < known.length; code++) {
            T value = value(code);
            known[code] = column.code(value == null ? null : thing.apply(value));
        }
        int[] page = new int[Codes.PAGE];
        for (int i = 0; i < codes.pages(); i++) {
            int rows = codes.page(i, page);
            for (int row = 0; row < rows; row++) {
                column.set(firstRow + i * Codes.PAGE + row, known[page[row]]);
            }
        }
    }

    /** Adds up the flaws of all rows, and marks the rows that have any. */
    void count(Map<Flaw, Long> all, BitSet flawed, int firstRow) {
        if (flaws.isEmpty()) {
            return;
        }
        boolean[] flawedCodes = new boolean[values.length];
        flaws.keySet().forEach(code -> flawedCodes[code] = true);
        int[] times = new int[values.length];
        for (int row = 0; row < codes.size(); row++) {
            int code = codes.get(row);
            if (flawedCodes[code]) {
                times[code]++;
                flawed.set(firstRow + row);
            }
        }
        flaws.forEach((code, some) -> some.forEach(flaw -> all.merge(flaw, (long) times[code], Long::sum)));
    }
}
