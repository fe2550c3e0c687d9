package fr.unefois.mdm.arrive;

import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The base as the walk sees it. The store implements it. */
public interface Base {
    /** Runs the work in one READ COMMITTED transaction; what it throws rolls everything back. */
    <T> T write(Function<Session, T> work);

    /** Runs the work in one read-only transaction. */
    <T> T read(Function<Session, T> work);

    /** One transaction's view. */
    interface Session {
        /** Takes transaction-scoped advisory locks on the keys, in sorted order. */
        void lock(long[] keys);

        /** Takes row locks, in key order, on the records, so that nobody else re-solves them meanwhile. */
        void lock(Collection<SourceKey> records);

        Optional<StoredRecord> record(SourceKey key);

        /** The live records that share at least one of the blocking keys. */
        List<StoredRecord> meeting(long[] keys);

        /** Everything that hangs together with the seeds over stored edges and SAME judgements, the seeds included. */
        List<StoredRecord> component(Set<SourceKey> seeds);

        /** The judgements between any two of the records. */
        Judgements judgements(Collection<SourceKey> records);

        /** The citizens behind the references that are live. */
        Map<UUID, Citizen> citizens(Collection<UUID> refs);

        /** When each live reference was first handed out is its order: UUIDv7 sorts by it. */
        UUID newRef();

        /** Inserts or replaces one record with its keys; its place in a cluster is left as it was. */
        void put(CitizenRecord record, List<Flaw> flaws, long[] keys);

        /** Removes a live record, its keys and edges; its values stay in history. */
        void remove(SourceKey key);

        void put(Judgement judgement);

        void apply(Resolution resolution);
    }
}
