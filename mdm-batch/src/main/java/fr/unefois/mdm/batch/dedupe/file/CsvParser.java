package fr.unefois.mdm.batch.dedupe.file;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into rows of fields, as RFC 4180 has it and as people write it: a quoted field may hold line breaks, a quote
 * in it is doubled or follows a backslash where the dialect says so, a quote within an unquoted field is a character.
 */
final class CsvParser implements AutoCloseable {
    /** A field of more characters than that is two, between which a quote is missing. */
    private static final int LONGEST = 1 << 24;

    private final Path path;
    private final Dialect dialect;
    private final Reader in;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int end;
    private long line = 1;
    private long rowLine = 1;
    private char[] field = new char[256];
    private int size;

    CsvParser(Path path, Dialect dialect, Reader in) {
        this.path = path;
        this.dialect = dialect;
        this.in = in;
    }

    /** Where the row that {@link #next} gave last begins, 1-based. */
    long rowLine() {
        return rowLine;
    }

    /** The fields of the next row that is not blank; null after the last. */
    @Nullable
    List<String> next() throws IOException {
        while (true) {
            rowLine = line;
            int c = take();
            if (c < 0) {
                return null;
            }
            if (!lineEnds(c)) {
                List<String> row = row(c);
                if (row.size() > 1 || !row.get(0).isBlank()) {
                    return row;
                }
            }
        }
    }

    private List<String> row(int first) throws IOException {
        List<String> fields = new ArrayList<>();
        int c = first;
        while (true) {
            size = 0;
            while (c == ' ' && dialect.separator() != ' ') {
                append(c);
                c = take();
            }
            if (c == dialect.quote()) {
                c = quoted();
            }
            while (c >= 0 && c != dialect.separator() && c != '\n' && c != '\r') {
                append(c);
                c = take();
            }
            fields.add(new String(field, 0, size));
            if (c < 0 || lineEnds(c)) {
                return fields;
            }
            c = take();
        }
    }

    /** Reads up to the closing quote and gives what follows it. */
    private int quoted() throws IOException {
        long opened = line;
        size = 0;
        while (true) {
            int c = take();
            if (c < 0) {
                throw new UnreadableFile(
                        path,
                        opened,
                        "a quote is opened and never closed in this row or after it; mend the file and start again");
            }
            if (c == '\\' && dialect.backslash()) {
                int escaped = take();
                if (escaped != dialect.quote() && escaped != '\\') {
                    append(c);
                }
                c = escaped < 0 ? '\\' : escaped;
            } else if (c == dialect.quote()) {
                int next = take();
                if (next != dialect.quote()) {
                    return next;
                }
            }
            if (c == '\n') {
                line++;
            }
            append(c);
        }
    }

    private boolean lineEnds(int c) throws IOException {
        if (c == '\r') {
            int next = take();
            if (next >= 0 && next != '\n') {
                at--;
            }
        } else if (c != '\n') {
            return false;
        }
        line++;
        return true;
    }

    private void append(int c) {
        if (size == field.length) {
            if (size >= LONGEST) {
                throw new UnreadableFile(
                        path,
                        rowLine,
                        "a field is longer than 16 million characters, a quote may be missing; mend the file and start again");
            }
            field = Arrays.copyOf(field, size * 2);
        }
        field[size++] = (char) c;
    }

    private int take() throws IOException {
        if (at == end) {
            end = Math.max(0, in.read(buffer, 1, buffer.length - 1)) + 1;
            at = 1;
            if (end == 1) {
                at = end;
                return -1;
            }
        }
        return buffer[at++];
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
