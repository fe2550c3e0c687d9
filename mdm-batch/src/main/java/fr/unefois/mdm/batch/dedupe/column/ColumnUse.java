package fr.unefois.mdm.batch.dedupe.column;

import fr.unefois.mdm.record.AttributeType;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one column.
 *
 * @param role null unless the column is used
 * @param type of an attribute that the file brings itself, else null
 * @param why for people; empty where the name says it all
 */
public record ColumnUse(
        String column,
        Purpose purpose,
        @Nullable Role role,
        @Nullable AttributeType type,
        String why) {
    /** What a column is there for. */
    public enum Purpose {
        ID,
        SOURCE,
        USED,
        IGNORED
    }
}
