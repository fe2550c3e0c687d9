package fr.unefois.mdm.batch.dedupe.column;

import java.util.Map;
import java.util.Set;

/**
 * What the user says of the columns, which outranks what is found out.
 *
 * @param id the column of the row's identifier, empty where none is named
 * @param source the column of the source's name, empty where none is named
 * @param mapped attribute by column: {@code birthName}, {@code suburb:text}
 */
public record Choices(String id, String source, Map<String, String> mapped, Set<String> ignored) {
    public static final String ID = "id";
    public static final String SOURCE = "source";

    public Choices {
        mapped = Map.copyOf(mapped);
        ignored = Set.copyOf(ignored);
    }

    /** Whether a text is a name that columns have, or one that the user gives. */
    public boolean isColumn(String text) {
        String name = text.strip();
        return name.equals(id.isEmpty() ? ID : id)
                || name.equals(source.isEmpty() ? SOURCE : source)
                || mapped.containsKey(name)
                || ignored.contains(name)
                || ColumnNames.known(name);
    }
}
