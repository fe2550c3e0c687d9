package fr.unefois.mdm.connectors;

import fr.unefois.mdm.record.SourceKey;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one extract as citizen records. Of rows with one identifier the first is taken and the later ones are
 * quarantined: which of them is right only the source can say, and taking the last would make the result depend on the
 * export's order without a word.
 */
public final class Readings implements Iterator<Reading>, AutoCloseable {
    private final Mapping mapping;
    private final Rows rows;
    private final Map<String, Long> lineOfId = new HashMap<>();

    Readings(Mapping mapping, Rows rows) {
        this.mapping = mapping;
        this.rows = rows;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Reading next() {
        Row row = rows.next();
        if (row instanceof QuarantinedRow quarantined) {
            return quarantined;
        }
        SourceRow good = (SourceRow) row;
        String column = mapping.columns().id();
        String id = good.text(column);
        if (id.isEmpty()) {
            return aside(good, null, "has no identifier in column `" + column + "`; give it one in the source");
        }
        Optional<String> fault = SourceKey.faultOf(id);
        if (fault.isPresent()) {
            return aside(good, null, "has no plausible identifier in column `" + column + "`: it " + fault.get());
        }
        Long earlier = lineOfId.putIfAbsent(id, good.line());
        if (earlier != null) {
            return aside(
                    good,
                    id,
                    "repeats in column `" + column + "` the identifier of line " + earlier
                            + ", which is kept; make identifiers unique in the source");
        }
        return mapping.map(id, good);
    }

    public double progress() {
        return rows.progress();
    }

    @Override
    public void close() {
        rows.close();
    }

    private static QuarantinedRow aside(SourceRow row, @Nullable String id, String reason) {
        return new QuarantinedRow(
                row.line(), id, reason, String.join(" | ", row.columns().values()));
    }
}
