package fr.unefois.mdm.connectors;

import fr.unefois.mdm.config.Section;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One text out of a row: a column, several columns joined by a blank, or a constant. Empty when there is none. */
interface TextReader {
    String text(SourceRow row);

    /** The columns under the key, one or a list. */
    static TextReader ofColumns(Section section, String key, String what, ColumnCollector wanted) {
        List<String> columns = section.texts(key).stream().map(String::strip).toList();
        if (columns.isEmpty() || columns.contains("")) {
            section.faultAt(key, "`" + key + "` names a column, or a list of columns");
        }
        columns.forEach(column -> wanted.add(column, what));
        if (columns.size() == 1) {
            String column = columns.get(0);
            return row -> row.text(column);
        }
        return row ->
                columns.stream().map(row::text).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }

    /** What {@code column} or {@code constant} of a detailed entry say; exactly one is wanted. */
    static TextReader ofDetails(Section details, String what, ColumnCollector wanted) {
        if (details.has("constant") == details.has("column")) {
            details.fault("`" + what + "` needs either `column` or `constant`");
        }
        Optional<String> constant = details.text("constant").map(String::strip);
        if (constant.isPresent()) {
            details.texts("column");
            return row -> constant.get();
        }
        return ofColumns(details, "column", what, wanted);
    }
}
