package fr.unefois.mdm.connectors.csv;

import fr.unefois.mdm.connectors.Columns;
import fr.unefois.mdm.connectors.UnreadableSource;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The column names of a file, compared without surrounding blanks and with composed accents.
 *
 * @param names as people write them
 * @param id the position of the identifier's column
 */
record Header(List<String> names, int id) {

    /** @throws UnreadableSource when a wanted column is missing or there twice */
    static Header of(Path file, long line, String[] fields, Columns wanted) {
        List<String> names = Arrays.stream(fields).map(Header::plain).toList();
        List<String> wrong = new ArrayList<>();
        wanted.wantedFor().forEach((column, what) -> {
            int times = Collections.frequency(names, plain(column));
            if (times != 1) {
                wrong.add(
                        "column `" + column + "` (for " + what + ") " + (times == 0 ? "is missing" : "is there twice"));
            }
        });
        if (!wrong.isEmpty()) {
            throw new UnreadableSource(file + ":" + line + ": " + String.join("; ", wrong) + ". The columns are "
                    + names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "))
                    + (names.size() == 1
                            ? ": one only, so check `separator`"
                            : ". Correct the mapping, or the export"));
        }
        return new Header(names, names.indexOf(plain(wanted.id())));
    }

    int size() {
        return names.size();
    }

    String name(int field) {
        return field < names.size() ? "column `" + names.get(field) + "`" : "field " + (field + 1);
    }

    /** The wanted columns under the names by which the mapping asks for them. */
    Map<String, String> row(String[] fields, Columns wanted) {
        Map<String, String> row = new LinkedHashMap<>();
        wanted.wantedFor().keySet().forEach(column -> row.put(column, fields[names.indexOf(plain(column))]));
        return row;
    }

    private static String plain(String name) {
        return Normalizer.normalize(name.replace('\u00A0', ' '), Normalizer.Form.NFC)
                .strip();
    }
}
