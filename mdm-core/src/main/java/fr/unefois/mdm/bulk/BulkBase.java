package fr.unefois.mdm.bulk;

import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.Columns;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The base as the bulk walk sees it. The store implements it. */
public interface BulkBase {
    /** Every live record, in key order. */
    void records(Consumer<StoredRecord> each);

    /** The walk under which these, all live records, are linked: the given one, unless the base knows better by them. */
    default Walk walk(Walk given, Columns records) {
        return given;
    }

    Judgements judgements();

    /** The citizens behind the references that are live. Threads may ask at once. */
    Map<UUID, Citizen> citizens(Collection<UUID> refs);

    /**
     * Of references that some records had, those that may come back to them, as {@link
     * fr.unefois.mdm.arrive.Base.Session#retired} has it. Threads may ask at once.
     */
    default Map<UUID, Long> retired(Collection<UUID> refs, Collection<SourceKey> records) {
        return Map.of();
    }

    /** A reference never used before. Threads may ask at once. */
    UUID newRef();

    /** Writes every resolution in one transaction; readers see all of it or nothing. */
    void apply(Iterator<Resolution> resolutions);

    /**
     * A record's blocking keys under the walk's rules.
     *
     * @param keys sorted
     */
    @SuppressWarnings("ArrayRecordComponent") // by the million, and compared by nobody
    record Keyed(SourceKey record, long[] keys) {
        @Override
        public String toString() {
            return "Keyed[" + record + "]";
        }
    }

    /**
     * The same where the records may have other blocking keys than before.
     *
     * @param keys of every record; asked for where they are to be written
     */
    default void apply(Iterator<Resolution> resolutions, Supplier<Iterator<Keyed>> keys) {
        apply(resolutions);
    }
}
