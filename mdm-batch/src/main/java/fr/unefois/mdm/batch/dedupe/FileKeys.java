package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.batch.dedupe.file.Coded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one file says of its rows' keys.
 *
 * @param names of the sources, by the code of {@code sources}; one alone where no column tells the source
 * @param ids null where the number of the row stands for its id
 * @param before how many rows the files before it have
 */
record FileKeys(List<String> names, Coded.@Nullable Column sources, Coded.@Nullable Column ids, int before, int rows) {
    /** @param row of this file, from 0 */
    String source(int row) {
        return names.get(sources == null ? 0 : sources.codes().get(row));
    }

    String id(int row) {
        return ids == null ? Integer.toString(before + row + 1) : ids.text(row);
    }
}
