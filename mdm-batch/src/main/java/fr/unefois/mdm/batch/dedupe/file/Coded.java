package fr.unefois.mdm.batch.dedupe.file;

import java.util.ArrayList;
import java.util.List;

/**
 * A whole file in memory, column by column: each different text once, and by row the number of its text.
 *
 * @param uneven the rows that had not as many fields as the header
 */
public record Coded(Table table, List<Column> columns, int rows, Uneven uneven) {
    /** One column. */
    public record Column(Dictionary dictionary, Codes codes) {
        Column(Dictionary dictionary) {
            this(dictionary, new Codes());
        }

        public String text(int row) {
            return dictionary.text(codes.get(row));
        }
    }

    public Coded {
        columns = List.copyOf(columns);
    }

    /** Of a file that gives texts rather than bytes. */
    static Coded ofTexts(Table table, Table.Read read) {
        List<Column> columns = new ArrayList<>();
        table.header().forEach(name -> columns.add(new Column(Dictionary.ofTexts())));
        Uneven uneven = table.rows(
                (row, line) -> {
                    for (int i = 0; i < row.length; i++) {
                        Column column = columns.get(i);
                        column.codes.add(column.dictionary.add(row[i]));
                    }
                },
                read);
        return of(table, columns, uneven);
    }

    static Coded of(Table table, List<Column> columns, Uneven uneven) {
        columns.forEach(column -> column.dictionary.close());
        return new Coded(
                table, columns, columns.isEmpty() ? 0 : columns.get(0).codes.size(), uneven);
    }

    /** The row's texts. */
    public String[] row(int row) {
        String[] texts = new String[columns.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = columns.get(i).text(row);
        }
        return texts;
    }
}
