package fr.unefois.mdm.batch.dedupe.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A CSV file whose encoding, layout and header have been found out. */
final class CsvTable implements Table {
    /** So many bytes are cut at once: they stay in a core's cache while their columns are coded. */
    private static final int BLOCK = 1 << 19;

    /** So many rows tell whether the first is a header. */
    private static final int LOOKED_AT = 1000;

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
        Cut cut = new Cut(BLOCK);
        try (CsvParser parser = parser(file, dialect, bytes -> {})) {
            while (first.size() < LOOKED_AT && parser.next(cut)) {
                for (int row = 0; row < cut.rows() && first.size() < LOOKED_AT; row++) {
                    first.add(cut.texts(row, file.charset()));
                }
            }
        } catch (IOException e) {
            throw UnreadableFile.because(file.path(), e);
        }
        if (first.isEmpty()) {
            throw new UnreadableFile(file.path(), "is empty; a header line and rows are expected");
        }
        return first;
    }

    private static CsvParser parser(TextFile file, Dialect dialect, Read read) {
        return new CsvParser(file.path(), dialect, file.charset(), file.bytes(read));
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
        UnevenRows uneven = new UnevenRows(names.header().size());
        Cut cut = new Cut(BLOCK);
        try (CsvParser parser = parser(file, dialect, read)) {
            int first = headed ? 1 : 0;
            while (parser.next(cut)) {
                uneven.look(cut, first);
                for (int row = first; row < cut.rows(); row++) {
                    each.take(fields(cut, row), cut.line(row));
                }
                first = 0;
            }
        } catch (IOException e) {
            throw UnreadableFile.because(path(), e);
        }
        return uneven.found();
    }

    private String[] fields(Cut cut, int row) {
        String[] fields = new String[names.header().size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = i < cut.fields(row) ? cut.text(row, i, file.charset()) : "";
        }
        return fields;
    }

    /** While some rows are coded, the next ones are cut; each column is coded by one thread at a time. */
    @Override
    public Coded coded(Read read) {
        List<Coded.Column> columns = new ArrayList<>();
        names.header().forEach(name -> columns.add(new Coded.Column(new Dictionary(file.charset()))));
        UnevenRows uneven = new UnevenRows(columns.size());
        Cut cut = new Cut(BLOCK);
        Cut next = new Cut(BLOCK);
        try (CsvParser parser = parser(file, dialect, read)) {
            boolean more = parser.next(cut);
            int first = headed ? 1 : 0;
            while (more) {
                Cut coming = next;
                ForkJoinTask<Boolean> cutting = ForkJoinPool.commonPool().submit(() -> parser.next(coming));
                code(cut, first, columns);
                uneven.look(cut, first);
                first = 0;
                more = cutting.join();
                next = cut;
                cut = coming;
            }
        } catch (IOException e) {
            throw UnreadableFile.because(path(), e);
        }
        return Coded.of(this, columns, uneven.found());
    }

    private static void code(Cut cut, int first, List<Coded.Column> columns) {
        IntStream.range(0, columns.size()).parallel().forEach(i -> cut.code(i, first, columns.get(i)));
    }

    /** Counts the rows that have not as many fields as the header. */
    private static final class UnevenRows {
        private final int columns;
        private final List<Long> lines = new ArrayList<>();
        private long count;

        UnevenRows(int columns) {
            this.columns = columns;
        }

        void look(Cut cut, int first) {
            for (int row = first; row < cut.rows(); row++) {
                if (cut.fields(row) != columns) {
                    count++;
                    if (lines.size() < Uneven.NAMED) {
                        lines.add(cut.line(row));
                    }
                }
            }
        }

        Uneven found() {
            return new Uneven(count, lines);
        }
    }
}
