package fr.unefois.mdm.arrive;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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

    /** The same for somebody who may know everything. */
    public Resolved resolve(CitizenRecord asked, int limit) {
        return resolve(asked, limit, Asker.ANYBODY);
    }

    /**
     * Who is this? Writes nothing.
     *
     * @param limit how many candidates at most
     */
    public Resolved resolve(CitizenRecord asked, int limit, Asker asker) {
        Walk walk = walks.inForce().walk();
        StandardRecord standard = walk.standardiser().standardise(asked).record();
        long[] keys = walk.rules().keys(standard);
        return base.read(session -> {
            List<StoredRecord> met = session.meeting(keys).stream()
                    .filter(other ->
                            other.ref() != null && asker.compares(other.record().key()))
                    .toList();
            Map<UUID, Citizen> citizens = session.citizens(
                    met.stream().map(StoredRecord::ref).collect(Collectors.toCollection(TreeSet::new)));
            Map<UUID, Resolved.Candidate> best = new TreeMap<>();
            for (StoredRecord other : met) {
                Citizen citizen = citizens.get(other.ref());
                if (citizen != null && asker.knows(citizen)) {
                    CitizenRecord compared = asker.comparesAddress(citizen, other.record())
                            ? other.record()
                            : other.record().without(Attribute.ADDRESSES);
                    best.merge(
                            citizen.ref(),
                            new Resolved.Candidate(
                                    citizen.ref(),
                                    walk.model()
                                            .score(
                                                    standard,
                                                    walk.standardiser()
                                                            .standardise(compared)
                                                            .record())),
                            (one, two) -> one.pair().weight() >= two.pair().weight() ? one : two);
                }
            }
            return Candidates.rank(best.values(), walk.model(), limit);
        });
    }
}
