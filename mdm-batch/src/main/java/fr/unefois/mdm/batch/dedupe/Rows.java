package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.batch.dedupe.column.Columns;
import fr.unefois.mdm.batch.dedupe.column.Understanding;
import fr.unefois.mdm.batch.dedupe.file.Coded;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import fr.unefois.mdm.standardise.Standardiser;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** The rows of all files as standard records, in their order. */
final class Rows {
    private final Understanding understanding;
    private final Standardiser standardiser;
    private final SharedValues shared = new SharedValues();
    private final Keys keys = new Keys();
    private final Map<Flaw, Long> flaws =
            new TreeMap<>(Comparator.comparing(Flaw::attribute).thenComparing(Flaw::rule));
    private final BitSet flawed = new BitSet();
    private StandardRecord[] records;
    private int done;

    Rows(Understanding understanding) {
        this.understanding = understanding;
        Standardiser french = Standardiser.french();
        this.standardiser = understanding.ofFormerTimes() ? french.withBirthsFrom(1) : french;
        this.records = new StandardRecord
                [Math.toIntExact(
                        understanding.files().stream().mapToLong(Columns::rows).sum())];
    }

    /** @param progress called with the number of rows that are done */
    void read(LongConsumer progress) {
        for (Columns columns : understanding.files()) {
            read(columns);
            progress.accept(done);
        }
    }

    private void read(Columns columns) {
        Coded coded = columns.take();
        Parts parts = new Parts(coded, new RowReader(columns), standardiser.attributes(), shared);
        SourceKey[] own = keys.of(columns, coded, done, understanding.files().size() > 1);
        parts.count(flaws, flawed, done);
        new Assembly(parts, own).into(records, done);
        done += coded.rows();
    }

    List<StandardRecord> records() {
        return Collections.unmodifiableList(Arrays.asList(records));
    }

    /** The rows that repeat the id of another row of their source, with that id. */
    Map<Integer, String> repeated() {
        return keys.repeated();
    }

    /** Values that are not what their column says, by attribute and rule. */
    Map<Flaw, Long> flaws() {
        return flaws;
    }

    /** How many rows have such values. */
    long flawed() {
        return flawed.cardinality();
    }
}
