package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.batch.dedupe.column.Understanding;
import fr.unefois.mdm.batch.dedupe.file.Coded;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.ColumnsBuilder;
import fr.unefois.mdm.standardise.Standardiser;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** The rows of all files in standard form, in their order. */
final class Rows {
    private final Understanding understanding;
    private final Standardiser standardiser;
    private final ColumnsBuilder columns;
    private final Keys keys;
    private final Map<Flaw, Long> flaws =
            new TreeMap<>(Comparator.comparing(Flaw::attribute).thenComparing(Flaw::rule));
    private final BitSet flawed = new BitSet();
    private int done;

    Rows(Understanding understanding) {
        this.understanding = understanding;
        Standardiser french = Standardiser.french();
        this.standardiser = understanding.ofFormerTimes() ? french.withBirthsFrom(1) : french;
        this.columns = new ColumnsBuilder(Math.toIntExact(understanding.rows()));
        this.keys = new Keys(understanding.files());
    }

    /** @param progress called with the number of rows that are done */
    Columns read(LongConsumer progress) {
        for (var file : understanding.files()) {
            Coded coded = file.take();
            Parts parts = new Parts(coded, new RowReader(file), standardiser.attributes());
            parts.into(columns, done);
            parts.count(flaws, flawed, done);
            keys.add(file, coded, done);
            done += coded.rows();
            progress.accept(done);
        }
        return columns.build(keys.all());
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
