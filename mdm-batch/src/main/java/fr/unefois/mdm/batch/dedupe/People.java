package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.batch.dedupe.column.Choices;
import fr.unefois.mdm.batch.dedupe.column.Understanding;
import fr.unefois.mdm.batch.dedupe.file.Table;
import fr.unefois.mdm.command.Phase;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.AttributeType;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.nio.file.Path;
import java.util.AbstractList;
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
 * @param columns the rows in standard form
 * @param attributes what the files tell beside a citizen's own attributes, and how it is compared
 * @param understood what was understood of the files, to be shown
 */
record People(
        String idColumn,
        Map<Integer, String> repeated,
        Columns columns,
        Map<Attribute, AttributeType> attributes,
        Understood understood) {
    private static final String ROW = "row";

    /** Reads and standardises the files. */
    static People read(List<Path> files, Choices choices, Progress progress) {
        List<Table> tables =
                files.stream().map(file -> Table.of(file, choices::isColumn)).toList();
        long bytes = tables.stream().mapToLong(Table::bytes).sum();
        long heap = Runtime.getRuntime().maxMemory();
        MemoryPlan.ofText(bytes).check(heap);
        Understanding understanding;
        try (Phase phase = Phase.begin(progress, "read", bytes)) {
            understanding = Understanding.of(tables, choices, phase::at);
        }
        MemoryPlan memory = MemoryPlan.of(understanding.rows(), bytes);
        memory.check(heap);
        Rows rows = new Rows(understanding);
        Columns columns;
        try (Phase phase = Phase.begin(progress, "standardise", understanding.rows())) {
            columns = rows.read(phase::at);
        }
        return new People(
                understanding.idColumn().orElse(ROW),
                rows.repeated(),
                columns,
                understanding.attributes(),
                new Understood(
                        understanding,
                        memory,
                        rows.flaws(),
                        rows.flawed(),
                        rows.repeated().size()));
    }

    int size() {
        return columns.size();
    }

    /** The rows as records, each made when it is asked for. */
    List<StandardRecord> records() {
        return new AbstractList<>() {
            @Override
            public StandardRecord get(int position) {
                return columns.record(position);
            }

            @Override
            public int size() {
                return columns.size();
            }
        };
    }

    /** The row's id as the file gives it; two rows may share one. */
    String id(int position) {
        String given = repeated.get(position);
        return given == null ? columns.key(position).id() : given;
    }

    String source(int position) {
        return columns.key(position).source();
    }

    /** The position of the first row with the id, where there is one. */
    Optional<Integer> position(String id) {
        return IntStream.range(0, size())
                .filter(position -> id(position).equals(id))
                .boxed()
                .findFirst();
    }
}
