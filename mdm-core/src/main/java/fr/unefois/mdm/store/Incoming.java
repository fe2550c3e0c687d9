package fr.unefois.mdm.store;

import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Flaw;
import java.util.List;

/**
 * A record on its way into the base.
 *
 * @param record what the source says now
 * @param flaws what standardising found wrong with its values
 * @param keys its blocking keys
 */
@SuppressWarnings("ArrayRecordComponent") // the keys are written and forgotten; nobody compares two of these
public record Incoming(CitizenRecord record, List<Flaw> flaws, long[] keys) {
    public Incoming {
        flaws = List.copyOf(flaws);
        keys = keys.clone();
    }

    /** As it will be kept: without characters that cannot be; itself where it has none. */
    @SuppressWarnings("ReferenceEquality") // it is the same one where nothing was to be left out
    public Incoming storable() {
        StorableRecord storable = StorableRecord.of(record, flaws);
        return storable.record() == record ? this : new Incoming(storable.record(), storable.flaws(), keys);
    }

    @Override
    public String toString() {
        return "Incoming[" + record.key() + "]";
    }
}
