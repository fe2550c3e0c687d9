package fr.unefois.mdm.batch.dedupe.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a CSV file is laid out.
 *
 * @param backslash whether a backslash goes before a quote that is part of a value
 */
record Dialect(char separator, char quote, boolean backslash) {
    private static final String SEPARATORS = ",;\t|";
    private static final int LOOKED_AT = 1 << 20;
    private static final int ROWS = 200;
    private static final int FIRST = 1 << 16;
    private static final char NONE = '\uFFFF';

    /** The dialect under which the beginning of the file looks most like a table. */
    static Dialect of(TextFile file) {
        byte[] bytes = head(file);
        String head = new String(bytes, file.charset());
        char quote = head.indexOf('"') < 0 && singleQuoted(file, bytes) ? '\'' : '"';
        boolean backslash = escaped(head, quote);
        Dialect best = new Dialect(',', quote, backslash);
        double most = 0;
        for (int i = 0; i < SEPARATORS.length(); i++) {
            Dialect dialect = new Dialect(SEPARATORS.charAt(i), quote, backslash);
            double likeness = likeness(dialect.rows(file, bytes));
            if (likeness > most) {
                most = likeness;
                best = dialect;
            }
        }
        return best;
    }

    /** The first rows of a file's beginning; the last of them may be cut off. */
    private List<List<String>> rows(TextFile file, byte[] head) {
        List<List<String>> rows = new ArrayList<>();
        Cut cut = new Cut(Math.min(head.length, FIRST));
        try (CsvParser parser = new CsvParser(file.path(), this, file.charset(), new ByteArrayInputStream(head))) {
            while (rows.size() < ROWS && parser.next(cut)) {
                take(cut, file, rows);
            }
        } catch (IOException | UnreadableFile cutOff) {
            take(cut, file, rows);
        }
        return rows;
    }

    private static void take(Cut cut, TextFile file, List<List<String>> rows) {
        for (int row = 0; row < cut.rows() && rows.size() < ROWS; row++) {
            rows.add(cut.texts(row, file.charset()));
        }
    }

    /** From 0 to 1: the more rows have one number of fields, and the more fields these are, the likelier. */
    private static double likeness(List<List<String>> rows) {
        Map<Integer, Integer> lengths = new HashMap<>();
        rows.forEach(row -> lengths.merge(row.size(), 1, Integer::sum));
        double best = 0;
        for (Map.Entry<Integer, Integer> length : lengths.entrySet()) {
            best = Math.max(best, (1 - 1.0 / length.getKey()) * length.getValue() / rows.size());
        }
        return best;
    }

    private static boolean singleQuoted(TextFile file, byte[] head) {
        for (int i = 0; i < SEPARATORS.length(); i++) {
            long fields = 0;
            long quoted = 0;
            for (List<String> row : new Dialect(SEPARATORS.charAt(i), NONE, false).rows(file, head)) {
                for (String field : row) {
                    fields++;
                    quoted += field.length() > 1 && field.startsWith("'") && field.endsWith("'") ? 1 : 0;
                }
            }
            if (quoted * 2 > fields) {
                return true;
            }
        }
        return false;
    }

    /** Whether a quote that follows a backslash stands where no field can end. */
    private static boolean escaped(String head, char quote) {
        for (int i = head.indexOf("\\" + quote); i >= 0; i = head.indexOf("\\" + quote, i + 2)) {
            char after = i + 2 < head.length() ? head.charAt(i + 2) : '\n';
            if (after != '\n' && after != '\r' && after != quote && SEPARATORS.indexOf(after) < 0) {
                return true;
            }
        }
        return false;
    }

    private static byte[] head(TextFile file) {
        try (InputStream in = file.bytes(bytes -> {})) {
            return in.readNBytes(LOOKED_AT);
        } catch (IOException e) {
            throw UnreadableFile.because(file.path(), e);
        }
    }
}
