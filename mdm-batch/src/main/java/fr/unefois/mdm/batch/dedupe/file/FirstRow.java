package fr.unefois.mdm.batch.dedupe.file;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Whether a file's first row names the columns, or tells of a person like the others. */
final class FirstRow {
    private static final int COMPARED = 1000;

    private FirstRow() {}

    /**
     * @param rows the first rows, the one in question among them
     * @param known whether a text is a name that columns have
     */
    static boolean isHeader(List<List<String>> rows, Predicate<String> known) {
        List<String> first = rows.get(0);
        long names = first.stream().filter(known).count();
        boolean value = first.stream().anyMatch(FirstRow::looksLikeAValue);
        if (names > 1 || (names == 1 && !value)) {
            return true;
        }
        return !value && repeated(rows) * 3 < first.size();
    }

    /** An e-mail, a date, a number: what nobody calls a column. */
    private static boolean looksLikeAValue(String cell) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return false;
        }
        long digits = text.chars().filter(Character::isDigit).count();
        return text.indexOf('@') > 0 || digits * 2 > text.length();
    }

    /** How many cells of the first row stand in their column again. */
    private static long repeated(List<List<String>> rows) {
        long repeated = 0;
        for (int column = 0; column < rows.get(0).size(); column++) {
            Set<String> below = new HashSet<>();
            for (List<String> row : rows.subList(1, Math.min(rows.size(), COMPARED))) {
                if (column < row.size()) {
                    below.add(row.get(column));
                }
            }
            String cell = rows.get(0).get(column);
            repeated += !cell.isBlank() && below.contains(cell) ? 1 : 0;
        }
        return repeated;
    }
}
