package fr.unefois.mdm.arrive;

import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/** One record at a time: each change in its own transaction, resolved before the answer. */
public final class Arrivals {
    private final Base base;
    private final Walks walks;
    private final Writing writing;

    public Arrivals(Base base, Walk walk) {
        this(base, Walks.of(walk));
    }

    public Arrivals(Base base, Walks walks) {
        this.base = base;
        this.walks = walks;
        this.writing = new Writing(base, walks);
    }

    /** A source says this of a citizen, for the first time or anew. What may never be stored is refused, and a flaw. */
    public Arrival arrive(CitizenRecord received) {
        return arrive(received, before -> true).orElseThrow().arrival();
    }

    /**
     * The same, on a condition.
     *
     * @param condition asked of the record as it is kept until now, while nobody else may change it
     * @return empty where the condition does not hold: then nothing was written
     */
    public Optional<Written> arrive(CitizenRecord received, Predicate<Optional<CitizenRecord>> condition) {
        return writing.write(walk -> new Arriving(walk).arrive(received, condition));
    }

    /**
     * A record that the base keeps is linked anew: it was put there without being linked, or one that it was linked to
     * has gone. A record that the base no longer keeps is none of its business.
     */
    public Arrival settle(SourceKey key) {
        return writing.write(walk -> new Arriving(walk).settle(key));
    }

    /** A source no longer has this record. */
    public Arrival depart(SourceKey key) {
        return depart(key, before -> true).orElseThrow().arrival();
    }

    /** The same, on a condition, as {@link #arrive(CitizenRecord, Predicate)} has it. */
    public Optional<Written> depart(SourceKey key, Predicate<Optional<CitizenRecord>> condition) {
        return writing.write(walk -> new Arriving(walk).depart(key, condition));
    }

    /** The same by all records and of all citizens. */
    public Resolved resolve(CitizenRecord asked, int limit) {
        return resolve(asked, limit, key -> true, citizen -> true);
    }

    /**
     * Who is this? Writes nothing. What is left out takes no part in any figure: the answer is as if it were not there.
     *
     * @param limit how many candidates at most
     * @param comparable the records that may be compared with what is asked
     * @param known the citizens that may be named
     */
    public Resolved resolve(CitizenRecord asked, int limit, Predicate<SourceKey> comparable, Predicate<Citizen> known) {
        Walk walk = walks.inForce().walk();
        StandardRecord standard = walk.standardiser().standardise(asked).record();
        long[] keys = walk.rules().keys(standard);
        return base.read(session -> {
            Map<UUID, Resolved.Candidate> best = new TreeMap<>();
            for (StoredRecord other : session.meeting(keys)) {
                if (other.ref() != null && comparable.test(other.record().key())) {
                    Resolved.Candidate candidate = new Resolved.Candidate(
                            other.ref(),
                            walk.model()
                                    .score(
                                            standard,
                                            walk.standardiser()
                                                    .standardise(other.record())
                                                    .record()));
                    best.merge(
                            other.ref(),
                            candidate,
                            (one, two) -> one.pair().weight() >= two.pair().weight() ? one : two);
                }
            }
            Map<UUID, Citizen> citizens = session.citizens(best.keySet());
            best.keySet().removeIf(ref -> {
                Citizen citizen = citizens.get(ref);
                return citizen == null || !known.test(citizen);
            });
            return Candidates.rank(best.values(), walk.model(), limit);
        });
    }
}
