package fr.unefois.mdm.arrive;

import fr.unefois.mdm.change.Cause;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The base as the walk sees it. The store implements it. */
public interface Base {
    /** Runs the work in one READ COMMITTED transaction; what it throws rolls everything back. */
    <T> T write(Function<Session, T> work);

    /** Runs the work as {@link #write} does, answers what it answered, and undoes all that it wrote. */
    <T> T rehearse(Function<Session, T> work);

    /** Runs the work in one read-only transaction. */
    <T> T read(Function<Session, T> work);

    /** Two records. */
    record Pair(SourceKey left, SourceKey right) {}

    /** One transaction's view. */
    interface Session {
        /** So many records that hang together are resolved anew as a whole when one of them changes. */
        int MOST_TOGETHER = 60;

        /**
         * The transaction goes on only while this model version is in force; a base that has none yet follows any.
         *
         * @throws ModelChanged where another one is, at the latest when something is written
         */
        default void under(String version) {}

        /** Takes transaction-scoped advisory locks on the keys, in sorted order. */
        void lock(long[] keys);

        /**
         * Everything that hangs together with the seeds, as {@link #component} has it, held until the transaction ends,
         * so that nobody else re-solves it meanwhile. Locks are taken in key order; where a second look shows more, they
         * are given back and the larger set is taken.
         */
        List<StoredRecord> hold(Seeds seeds);

        /** Stewards decide one after the other, so that no two can contradict each other. */
        void holdJudgements();

        Optional<StoredRecord> record(SourceKey key);

        /** The live records of the citizen, in key order. */
        List<StoredRecord> records(UUID ref);

        /** The live records that share at least one of the blocking keys. */
        List<StoredRecord> meeting(long[] keys);

        /**
         * Everything that is resolved together with the seeds: what hangs together with them over stored edges and SAME
         * judgements, the seeds included. A seed that is not stored still leads to those that it was judged the same as.
         * Where that is more than {@link #MOST_TOGETHER} records, as in the quarters of a city that its namesakes tie to
         * each other, it is the clusters of what changed and as many others, seeds' and their neighbours', the nearest
         * first: a change is then resolved among those whom it concerns most, and the rest stays as {@code link} has it.
         */
        List<StoredRecord> component(Seeds seeds);

        /**
         * These are all the edges that the record has, weights by the other end, be they resolved with it or not. It waits
         * to be linked no more.
         */
        void link(SourceKey key, Map<SourceKey, Integer> edges);

        /** The judgements between any two of the records. */
        Judgements judgements(Collection<SourceKey> records);

        /** The judgements that name at least one of the records, live or not. */
        Judgements judgementsOn(Collection<SourceKey> records);

        /** The citizens behind the references that are live. */
        Map<UUID, Citizen> citizens(Collection<UUID> refs);

        /**
         * Of the references, those that were merged or split away and no record outside of the given ones has had: they
         * may come back. By each its last version.
         */
        Map<UUID, Long> retired(Collection<UUID> refs, Collection<SourceKey> records);

        /** When each live reference was first handed out is its order: UUIDv7 sorts by it. */
        UUID newRef();

        /**
         * Inserts or replaces one record with its keys; its place in a cluster is left as it was. Answers the record as it
         * is kept.
         */
        CitizenRecord put(CitizenRecord record, List<Flaw> flaws, long[] keys);

        /** Removes a live record, its keys and edges; its values stay in history. */
        void remove(SourceKey key);

        void put(Judgement judgement);

        void author(Authoring.Change change, Judging.Word word);

        /** The two records that a review task asks about; empty where it is not open. */
        Optional<Pair> asked(UUID task);

        /** Closes the task as judged; false where it is not open at this version any more. */
        boolean answered(UUID task, int version, Instant at);

        /** Writes what became of a component, its edges left aside: they are what they were, but for those {@link #link}ed. */
        void apply(Resolution resolution, Cause cause);

        default void apply(Resolution resolution) {
            apply(resolution, Cause.LINKED);
        }
    }
}
