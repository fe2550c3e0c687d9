package fr.unefois.mdm.batch.pull;

import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.connectors.MappedRow;
import fr.unefois.mdm.connectors.QuarantinedRow;
import fr.unefois.mdm.connectors.Reading;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.standardise.StandardRecord;
import fr.unefois.mdm.standardise.Standardised;
import fr.unefois.mdm.store.Incoming;
import fr.unefois.mdm.store.InitialLoad;
import java.util.ArrayList;
import java.util.List;

/**
 * Some rows of a source, ready to be kept in an empty base.
 *
 * @param portion the good ones, written down for it
 */
record InitialRead(List<Prepared.Good> good, List<QuarantinedRow> aside, InitialLoad.Portion portion) {
    /** The load gives keys to all records at once, when it knows which blocks are too large. */
    private static final long[] UNKEYED = {};

    /** How many of the rows are records. */
    static int records(List<Reading> rows) {
        return (int) rows.stream().filter(MappedRow.class::isInstance).count();
    }

    /** @param first the first of the records' places */
    static InitialRead of(List<Reading> rows, Walk walk, InitialLoad load, int first) {
        List<QuarantinedRow> aside = new ArrayList<>();
        List<MappedRow> mapped = new ArrayList<>();
        for (Reading row : rows) {
            if (row instanceof QuarantinedRow one) {
                aside.add(one);
            } else {
                mapped.add((MappedRow) row);
            }
        }
        List<Standardised> received = mapped.stream()
                .map(row -> walk.standardiser().standardise(row.record()))
                .toList();
        List<Prepared.Good> good = new ArrayList<>();
        List<StandardRecord> standards = new ArrayList<>();
        for (int i = 0; i < mapped.size(); i++) {
            MappedRow row = mapped.get(i);
            Incoming incoming =
                    Preparation.incoming(row, received.get(i), UNKEYED).storable();
            CitizenRecord kept = incoming.record();
            good.add(new Prepared.Good(row.line(), incoming));
            // What is linked is what is kept, as it would be if it were read again.
            standards.add(
                    kept.equals(row.record())
                            ? received.get(i).record()
                            : walk.standardiser().standardise(kept).record());
        }
        InitialLoad.Portion portion =
                load.write(first, good.stream().map(Prepared.Good::incoming).toList(), standards);
        return new InitialRead(good, aside, portion);
    }
}
