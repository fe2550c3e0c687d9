package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import fr.unefois.mdm.standardise.Standardiser;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everybody in the files, in the order of the rows.
 *
 * @param idColumn the name of the output column: the id column's, or {@code row}
 * @param ids as the files give them; two rows may share one
 * @param sources by row
 */
record People(String idColumn, List<String> ids, List<String> sources, List<StandardRecord> records) {
    private static final String ROW = "row";

    /**
     * Reads and standardises the files; says on {@code log} what was understood, ignored and found wrong, once all are
     * read: the first line of a run that fails is what failed.
     */
    static People read(List<Path> files, InputOptions options, PrintWriter log) {
        Reading reading = new Reading();
        List<String> understood = new ArrayList<>();
        String idColumn = null;
        for (Path file : files) {
            Columns columns = Columns.of(CsvTable.of(file), options);
            String column = columns.id() < 0 ? ROW : columns.table().header().get(columns.id());
            if (columns.roles().isEmpty()) {
                throw new Unusable(
                        Command.WRONG_USAGE,
                        file + ": no column was understood; name them with --map COLUMN=ATTRIBUTE; it has "
                                + String.join(", ", columns.table().header()));
            }
            idColumn = idColumn == null ? column : idColumn;
            understood.add(columns.describe());
            understood.add(reading.read(columns));
        }
        understood.forEach(log::println);
        if (reading.repeated > 0) {
            log.println(reading.repeated + " rows repeat the id of another row of their source; all are kept");
        }
        if (reading.flawed > 0) {
            log.println(
                    reading.flawed + " rows have values that are not what their column says; those are not compared");
        }
        return new People(idColumn == null ? ROW : idColumn, reading.ids, reading.sources, reading.records);
    }

    int size() {
        return records.size();
    }

    /** The position of the one row with the id, where there is one. */
    Optional<Integer> position(String id) {
        int at = ids.indexOf(id);
        return at < 0 ? Optional.empty() : Optional.of(at);
    }

    /** What has been read so far. */
    private static final class Reading {
        private final List<String> ids = new ArrayList<>();
        private final List<String> sources = new ArrayList<>();
        private final List<StandardRecord> records = new ArrayList<>();
        private final Set<SourceKey> seen = new LinkedHashSet<>();
        private final Standardiser standardiser = Standardiser.french();
        private long repeated;
        private long flawed;

        String read(Columns columns) {
            RowReader rows = new RowReader(columns);
            String file = name(columns.table().path());
            int before = records.size();
            long uneven = columns.table().rows((row, line) -> {
                String id = columns.id() < 0 ? Integer.toString(records.size() + 1) : row[columns.id()];
                String source = columns.source() < 0 ? file : row[columns.source()];
                ids.add(id);
                sources.add(source);
                var standardised = standardiser.standardise(rows.read(key(source, id), row));
                flawed += standardised.flaws().isEmpty() ? 0 : 1;
                records.add(standardised.record());
            });
            return "  rows: " + (records.size() - before)
                    + (uneven > 0 ? ", of which " + uneven + " have more or fewer fields than the header" : "");
        }

        /** Two rows with one id stay two records. */
        private SourceKey key(String source, String id) {
            SourceKey key = new SourceKey(source, id);
            if (seen.add(key)) {
                return key;
            }
            repeated++;
            SourceKey other = new SourceKey(source, id + "#" + (records.size() + 1));
            seen.add(other);
            return other;
        }

        private static String name(Path path) {
            String name = String.valueOf(path.getFileName());
            int end = name.indexOf('.');
            return end > 0 ? name.substring(0, end) : name;
        }
    }
}
