package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.command.Command;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was understood of one file's header.
 *
 * @param id the column of the row's identifier, −1 when the row number stands for it
 * @param source the column of the source's name, −1 when the file's name stands for it
 * @param roles by column
 */
record Columns(CsvTable table, int id, int source, Map<Integer, Role> roles) {

    static Columns of(CsvTable table, InputOptions options) {
        List<String> header = table.header();
        int id = column(table, options.id, "id", "--id");
        int source = column(table, options.source, "source", "--source");
        Map<Integer, Role> roles = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (options.ignored.contains(name) || i == source || i == id) {
                continue;
            }
            String mapped = options.mapped.get(name);
            if (mapped != null) {
                Role role = Role.named(mapped)
                        .orElseThrow(
                                () -> new Unusable(
                                        Command.WRONG_USAGE,
                                        "--map " + name + "=" + mapped
                                                + ": an attribute is a lower camel case word, such as birthName or addresses.line"));
                roles.put(i, role);
            } else {
                int column = i;
                ColumnNames.role(name).ifPresent(role -> roles.put(column, role));
            }
        }
        return new Columns(table, id, source, roles);
    }

    private static int column(CsvTable table, String asked, String standard, String option) {
        int at = table.header().indexOf(asked.isEmpty() ? standard : asked);
        if (at < 0 && !asked.isEmpty()) {
            throw new Unusable(
                    Command.WRONG_USAGE,
                    table.path() + ": has no column `" + asked + "` (" + option + "); it has "
                            + String.join(", ", table.header()));
        }
        return at;
    }

    /** The columns of one role, in the file's order. */
    List<Integer> of(Role role) {
        List<Integer> columns = new ArrayList<>();
        roles.forEach((column, known) -> {
            if (known.equals(role)) {
                columns.add(column);
            }
        });
        return columns;
    }

    /** What was understood and what is ignored, for people to read. */
    String describe() {
        List<String> header = table.header();
        String understood = roles.entrySet().stream()
                .map(entry ->
                        header.get(entry.getKey()) + " is " + entry.getValue().name())
                .collect(Collectors.joining(", "));
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!roles.containsKey(i) && i != id && i != source) {
                ignored.add(header.get(i));
            }
        }
        String separator = table.separator() == '\t' ? "tab" : "'" + table.separator() + "'";
        return table.path() + ": " + table.file().charset() + ", separated by " + separator + "; id is "
                + (id < 0 ? "the row number" : header.get(id)) + ", source is "
                + (source < 0 ? "the file's name" : header.get(source)) + "\n  understood: "
                + (understood.isEmpty() ? "nothing" : understood) + "\n  ignored: "
                + (ignored.isEmpty() ? "nothing" : String.join(", ", ignored));
    }
}
