package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.batch.Phase;
import fr.unefois.mdm.batch.Progress;
import fr.unefois.mdm.batch.dedupe.column.Choices;
import fr.unefois.mdm.batch.dedupe.column.Columns;
import fr.unefois.mdm.batch.dedupe.column.Understanding;
import fr.unefois.mdm.batch.dedupe.file.Table;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.AttributeType;
import fr.unefois.mdm.standardise.StandardRecord;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Everybody in the files, in the order of the rows.
 *
 * @param idColumn the name of the output column: the id column's, or {@code row}
 * @param repeated the ids of the rows that repeat the id of another row of their source, by position: their key's is
 *     another one
 * @param attributes what the files tell beside a citizen's own attributes, and how it is compared
 * @param understood what was understood of the files, to be shown
 */
record People(
        String idColumn,
        Map<Integer, String> repeated,
        List<StandardRecord> records,
        Map<Attribute, AttributeType> attributes,
        Understood understood) {
    private static final String ROW = "row";

    /** Reads and standardises the files, and says on {@code log} what was understood, ignored and found wrong. */
    static People read(List<Path> files, InputOptions options, PrintWriter log) {
        People people = read(files, options.choices(), new Progress.Silence());
        people.understood.print(log);
        return people;
    }

    /** Reads and standardises the files. */
    static People read(List<Path> files, Choices choices, Progress progress) {
        List<Table> tables =
                files.stream().map(file -> Table.of(file, choices::isColumn)).toList();
        Understanding understanding;
        try (Phase phase = Phase.begin(
                progress, "read", tables.stream().mapToLong(Table::bytes).sum())) {
            understanding = Understanding.of(tables, choices, phase::at);
        }
        Rows rows = new Rows(understanding);
        try (Phase phase = Phase.begin(
                progress,
                "standardise",
                understanding.files().stream().mapToLong(Columns::rows).sum())) {
            rows.read(phase::at);
        }
        Columns first = understanding.files().get(0);
        return new People(
                first.id() < 0 ? ROW : first.table().header().get(first.id()),
                rows.repeated(),
                rows.records(),
                understanding.attributes(),
                new Understood(
                        understanding,
                        rows.flaws(),
                        rows.flawed(),
                        rows.repeated().size()));
    }

    int size() {
        return records.size();
    }

    /** The row's id as the file gives it; two rows may share one. */
    String id(int position) {
        String given = repeated.get(position);
        return given == null ? records.get(position).key().id() : given;
    }

    String source(int position) {
        return records.get(position).key().source();
    }

    /** The position of the first row with the id, where there is one. */
    Optional<Integer> position(String id) {
        return IntStream.range(0, size())
                .filter(position -> id(position).equals(id))
                .boxed()
                .findFirst();
    }
}
