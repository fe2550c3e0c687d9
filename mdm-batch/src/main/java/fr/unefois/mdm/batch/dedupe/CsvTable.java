package fr.unefois.mdm.batch.dedupe;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import fr.unefois.mdm.command.Command;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ObjLongConsumer;

/**
 * A CSV file whose separator, quote and encoding have been found out.
 *
 * @param header the columns' names, stripped
 */
record CsvTable(TextFile file, char separator, char quote, List<String> header) {
    private static final String SEPARATORS = ",;\t|";
    private static final int LONGEST_FIELD = 16 << 20;

    static CsvTable of(Path path) {
        TextFile file = TextFile.of(path);
        String first = firstLine(file);
        char separator = ',';
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char candidate = SEPARATORS.charAt(i);
            if (count(first, candidate) > count(first, separator)) {
                separator = candidate;
            }
        }
        char quote = first.indexOf('"') < 0 && first.startsWith("'") ? '\'' : '"';
        CsvTable table = new CsvTable(file, separator, quote, List.of());
        return new CsvTable(file, separator, quote, table.readHeader());
    }

    Path path() {
        return file.path();
    }

    /** Calls back with each row, as long as the header, and its line number; returns how many rows had another length. */
    long rows(ObjLongConsumer<String[]> each) {
        long uneven = 0;
        long line = 1;
        try (CsvReader<CsvRecord> reader = open()) {
            boolean isHeader = true;
            for (CsvRecord record : reader) {
                line = record.getStartingLineNumber();
                if (isHeader) {
                    isHeader = false;
                } else {
                    uneven += record.getFieldCount() == header.size() ? 0 : 1;
                    each.accept(fields(record), line);
                }
            }
            return uneven;
        } catch (CsvParseException e) {
            throw unparsable(e, line);
        } catch (IOException e) {
            throw TextFile.unreadable(path(), e);
        }
    }

    private String[] fields(CsvRecord record) {
        String[] fields = new String[header.size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = i < record.getFieldCount() ? record.getField(i) : "";
        }
        return fields;
    }

    private List<String> readHeader() {
        try (CsvReader<CsvRecord> reader = open()) {
            var rows = reader.iterator();
            return rows.hasNext()
                    ? rows.next().getFields().stream().map(String::strip).toList()
                    : List.of();
        } catch (CsvParseException e) {
            throw unparsable(e, 1);
        } catch (IOException e) {
            throw TextFile.unreadable(path(), e);
        }
    }

    private CsvReader<CsvRecord> open() {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(quote)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(file.reader());
    }

    private Unusable unparsable(CsvParseException e, long line) {
        Throwable cause = e.getCause();
        String why = String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
        String what = why.contains("quote")
                ? "a quote is opened and never closed"
                : why.contains("buffer") ? "a field is longer than 16 MB: a quote may be missing" : "is not CSV";
        return new Unusable(
                Command.FAILED,
                path() + ":" + (line + 1) + ": " + what + " in this row or after it; mend the file and start again");
    }

    private static String firstLine(TextFile file) {
        try (Reader reader = file.reader();
                BufferedReader lines = new BufferedReader(reader)) {
            String line = lines.readLine();
            while (line != null && line.isBlank()) {
                line = lines.readLine();
            }
            if (line == null) {
                throw new Unusable(Command.FAILED, file.path() + ": is empty; a header line and rows are expected");
            }
            return line;
        } catch (IOException e) {
            throw TextFile.unreadable(file.path(), e);
        }
    }

    private static long count(String line, char separator) {
        boolean quoted = false;
        long count = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            count += !quoted && c == separator ? 1 : 0;
        }
        return count;
    }
}
