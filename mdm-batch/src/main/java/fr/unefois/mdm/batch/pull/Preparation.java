package fr.unefois.mdm.batch.pull;

import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.connectors.MappedRow;
import fr.unefois.mdm.connectors.QuarantinedRow;
import fr.unefois.mdm.connectors.Reading;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.standardise.Standardised;
import fr.unefois.mdm.standardise.Standardiser;
import fr.unefois.mdm.store.Incoming;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Standardises a record, finds its flaws and its blocking keys, and drops the values that may not be kept. */
record Preparation(Walk walk) implements ItemProcessor<Reading, Prepared> {
    @Override
    public Prepared process(Reading reading) {
        if (reading instanceof QuarantinedRow row) {
            return new Prepared.SetAside(row);
        }
        MappedRow row = (MappedRow) reading;
        Standardised standardised = walk.standardiser().standardise(row.record());
        long[] keys = walk.rules().keys(standardised.record());
        return new Prepared.Good(row.line(), incoming(row, standardised, keys));
    }

    static Incoming incoming(MappedRow row, Standardised standardised, long[] keys) {
        Set<Flaw> flaws = new LinkedHashSet<>(row.flaws());
        flaws.addAll(standardised.flaws());
        return new Incoming(Standardiser.withoutForbidden(row.record()), List.copyOf(flaws), keys);
    }
}
