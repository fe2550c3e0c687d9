package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.batch.dedupe.column.Choices;
import fr.unefois.mdm.batch.dedupe.file.Table;
import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.standardise.Columns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file of people as {@code dedupe} reads it. */
public final class StandardFile {
    private StandardFile() {}

    /**
     * @param id the column of the row's identifier
     * @param ignored columns that must not be looked at
     */
    public static Columns read(Path file, String id, Set<String> ignored) {
        return People.read(List.of(file), new Choices(id, "", Map.of(), ignored), new Progress.Silence())
                .columns();
    }

    /** A column as it stands in the file, row by row: the rows are the records' positions. */
    public static List<String> column(Path file, String name) {
        Table table = Table.of(file);
        int at = table.header().indexOf(name);
        if (at < 0) {
            throw new Unusable(Command.WRONG_USAGE, file + ": has no column `" + name + "`");
        }
        List<String> values = new ArrayList<>();
        table.rows((row, line) -> values.add(row[at]));
        return values;
    }
}
