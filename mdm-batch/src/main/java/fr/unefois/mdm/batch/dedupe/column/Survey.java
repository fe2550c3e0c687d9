package fr.unefois.mdm.batch.dedupe.column;

import fr.unefois.mdm.batch.dedupe.file.Table;
import fr.unefois.mdm.batch.dedupe.file.Uneven;
import java.util.ArrayList;
import java.util.List;

/** A first look at all rows of one file, which its columns are understood from. */
final class Survey {
    /** Such a word stands for nothing where it fills so much of a column. */
    private static final double OFTEN = 0.02;

    private final Table table;
    private final Sample sample = new Sample();
    private final List<ColumnCount> counts = new ArrayList<>();
    private final int[] anchors;
    private Uneven uneven = new Uneven(0, List.of());

    private Survey(Table table, HeaderRoles roles) {
        this.table = table;
        this.anchors = roles.anchors();
        for (int i = 0; i < table.header().size(); i++) {
            counts.add(new ColumnCount(roles.unknown(i)));
        }
    }

    static Survey of(Table table, HeaderRoles roles, Table.Read progress) {
        Survey survey = new Survey(table, roles);
        survey.uneven = table.rows((row, line) -> survey.add(row), progress);
        return survey;
    }

    private void add(String[] row) {
        long person = 0;
        for (int i = 0; i < anchors.length; i++) {
            String value = row[anchors[i]];
            person |= value.isBlank() ? 0 : (Hash.of(value) & 0xFFFF) << (16 * i);
        }
        for (int i = 0; i < row.length; i++) {
            counts.get(i).add(row[i], person);
        }
        sample.add(row);
    }

    Table table() {
        return table;
    }

    Sample sample() {
        return sample;
    }

    ColumnCount count(int column) {
        return counts.get(column);
    }

    Uneven uneven() {
        return uneven;
    }

    long rows() {
        return counts.isEmpty() ? 0 : counts.get(0).rows();
    }

    /** Whether NA, NULL and the like stand for nothing in this file, rather than for somebody's name. */
    boolean wordsForNothing() {
        long columns = counts.stream().filter(count -> count.maybeNothing() > 0).count();
        return columns > 2
                || counts.stream()
                        .anyMatch(count -> count.maybeNothing() > 2 && count.maybeNothing() > OFTEN * count.rows());
    }
}
