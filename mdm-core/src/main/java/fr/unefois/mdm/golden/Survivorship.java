package fr.unefois.mdm.golden;

import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Source;
import java.util.Collection;
import java.util.Map;

/** Cluster to golden record by the default survivorship rules. */
public final class Survivorship {
    public Survivorship(Map<String, Source> sources) {
        throw new UnsupportedOperationException();
    }

    public GoldenRecord goldenRecord(Collection<CitizenRecord> records, int linkWeight) {
        throw new UnsupportedOperationException();
    }
}
