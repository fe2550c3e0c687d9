package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import fr.unefois.mdm.standardise.Standardised;
import fr.unefois.mdm.standardise.Standardiser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Some rows of one file on their way to standard records. */
final class Batch {
    private final RowReader reader;
    private final List<SourceKey> keys = new ArrayList<>();
    final List<String[]> rows = new ArrayList<>();
    final List<StandardRecord> records = new ArrayList<>();
    final Map<Flaw, Long> flaws = new HashMap<>();
    long flawed;

    Batch(RowReader reader) {
        this.reader = reader;
    }

    void add(SourceKey key, String[] row) {
        keys.add(key);
        rows.add(row);
    }

    Batch standardise(Standardiser standardiser, Sharing sharing) {
        for (int i = 0; i < rows.size(); i++) {
            Standardised standardised = standardiser.standardise(reader.read(keys.get(i), rows.get(i)));
            records.add(sharing.share(standardised.record()));
            flawed += standardised.flaws().isEmpty() ? 0 : 1;
            standardised.flaws().forEach(flaw -> flaws.merge(flaw, 1L, Long::sum));
        }
        rows.clear();
        return this;
    }
}
