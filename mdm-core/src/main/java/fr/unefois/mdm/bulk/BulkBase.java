package fr.unefois.mdm.bulk;

import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.decide.Judgements;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The base as the bulk walk sees it. The store implements it. */
public interface BulkBase {
    /** Every live record, in key order. */
    void records(Consumer<StoredRecord> each);

    Judgements judgements();

    /** The citizens behind the references that are live. Threads may ask at once. */
    Map<UUID, Citizen> citizens(Collection<UUID> refs);

    /** A reference never used before. Threads may ask at once. */
    UUID newRef();

    /** Writes every resolution in one transaction; readers see all of it or nothing. */
    void apply(Iterator<Resolution> resolutions);
}
