package fr.unefois.mdm.batch.dedupe.file;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Some rows that follow each other, as {@link CsvParser} cuts them out of a file's bytes. */
final class Cut {
    byte[] bytes;
    /** Start and end of each field in turn. */
    int[] fields = new int[1 << 12];

    int size;
    /** Where the fields of each row begin, and after the last row where they end. */
    private int[] first = new int[1 << 8];

    private long[] lines = new long[1 << 8];
    private int rows;

    Cut(int bytes) {
        this.bytes = new byte[bytes + Dictionary.BEYOND];
    }

    void clear() {
        size = 0;
        rows = 0;
    }

    void field(int start, int end) {
        if (size == fields.length) {
            fields = Arrays.copyOf(fields, size * 2);
        }
        fields[size++] = start;
        fields[size++] = end;
    }

    /** Ends a row: what was added since the last one are its fields. */
    void row(long line) {
        if (rows + 1 == first.length) {
            first = Arrays.copyOf(first, rows * 4);
            lines = Arrays.copyOf(lines, rows * 4);
        }
        lines[rows++] = line;
        first[rows] = size;
    }

    /** Drops the fields that were added since the last row ended. */
    void forget() {
        size = first[rows];
    }

    /** How many fields were added since the last row ended. */
    int added() {
        return (size - first[rows]) / 2;
    }

    int rows() {
        return rows;
    }

    /** Where the row begins in its file, 1-based. */
    long line(int row) {
        return lines[row];
    }

    int fields(int row) {
        return (first[row + 1] - first[row]) / 2;
    }

    String text(int row, int field, Charset charset) {
        int at = first[row] + 2 * field;
        return new String(bytes, fields[at], fields[at + 1] - fields[at], charset);
    }

    List<String> texts(int row, Charset charset) {
        return IntStream.range(0, fields(row))
                .mapToObj(field -> text(row, field, charset))
                .toList();
    }

    /** Adds one column of these rows, from a row on; a row that is too short has an empty text there. */
    void code(int field, int from, Coded.Column into) {
        Dictionary dictionary = into.dictionary();
        Codes codes = into.codes();
        for (int row = from; row < rows; row++) {
            int at = first[row] + 2 * field;
            codes.add(
                    at < first[row + 1]
                            ? dictionary.add(bytes, fields[at], fields[at + 1])
                            : dictionary.add(bytes, 0, 0));
        }
    }
}
