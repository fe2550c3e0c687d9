package fr.unefois.mdm.batch.dedupe.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A CSV file whose encoding, layout and header have been found out. */
final class CsvTable implements Table {
    private final TextFile file;
    private final Dialect dialect;
    private final boolean headed;
    private final Names names;

    private CsvTable(TextFile file, Dialect dialect, boolean headed, Names names) {
        this.file = file;
        this.dialect = dialect;
        this.headed = headed;
        this.names = names;
    }

    static CsvTable of(Path path, Predicate<String> known) {
        TextFile file = TextFile.of(path);
        Dialect dialect = Dialect.of(file);
        List<List<String>> first = first(file, dialect);
        boolean headed = FirstRow.isHeader(first, known);
        Names names = headed
                ? Names.of(first.get(0))
                : Names.madeUp(first.stream().mapToInt(List::size).max().orElse(0));
        return new CsvTable(file, dialect, headed, names);
    }

    private static List<List<String>> first(TextFile file, Dialect dialect) {
        List<List<String>> first = new ArrayList<>();
        try (CsvParser parser = new CsvParser(file.path(), dialect, file.reader())) {
            for (List<String> row = parser.next(); row != null && first.size() < 1000; row = parser.next()) {
                first.add(row);
            }
        } catch (IOException e) {
            throw UnreadableFile.because(file.path(), e);
        }
        if (first.isEmpty()) {
            throw new UnreadableFile(file.path(), "is empty; a header line and rows are expected");
        }
        return first;
    }

    @Override
    public Path path() {
        return file.path();
    }

    @Override
    public String format() {
        String separator = dialect.separator() == '\t' ? "tab" : "'" + dialect.separator() + "'";
        return (file.zipped() ? "gzip, " : "") + "CSV, " + file.encoding().charset() + ", separated by " + separator
                + (dialect.quote() == '"' ? "" : ", quoted by " + dialect.quote())
                + (dialect.backslash() ? ", backslash before a quote" : "");
    }

    @Override
    public List<String> header() {
        return names.header();
    }

    @Override
    public boolean headed() {
        return headed;
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(names.remarks());
        if (file.encoding().broken() > 0) {
            remarks.add(file.encoding().broken() + " bytes are not UTF-8; the letters they stood for are lost");
        }
        return remarks;
    }

    @Override
    public Uneven rows(Row each, Read read) {
        long uneven = 0;
        List<Long> lines = new ArrayList<>();
        int columns = names.header().size();
        try (CsvParser parser = new CsvParser(path(), dialect, file.reader(read))) {
            if (headed) {
                parser.next();
            }
            for (List<String> row = parser.next(); row != null; row = parser.next()) {
                if (row.size() != columns) {
                    uneven++;
                    if (lines.size() < Uneven.NAMED) {
                        lines.add(parser.rowLine());
                    }
                }
                each.take(fields(row, columns), parser.rowLine());
            }
        } catch (IOException e) {
            throw UnreadableFile.because(path(), e);
        }
        return new Uneven(uneven, lines);
    }

    private static String[] fields(List<String> row, int columns) {
        String[] fields = new String[columns];
        for (int i = 0; i < columns; i++) {
            fields[i] = i < row.size() ? row.get(i) : "";
        }
        return fields;
    }
}
