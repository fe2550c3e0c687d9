package fr.unefois.mdm.arrive;

import fr.unefois.mdm.change.Cause;
import fr.unefois.mdm.change.ChangeEvent;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import fr.unefois.mdm.standardise.Standardised;
import fr.unefois.mdm.standardise.Standardiser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** One record at a time: each change in its own transaction, resolved before the answer. */
public final class Arrivals {
    private final Base base;
    private final Walk walk;
    private final Resolving resolving;

    public Arrivals(Base base, Walk walk) {
        this.base = base;
        this.walk = walk;
        this.resolving = new Resolving(walk);
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
        Standardised standardised = walk.standardiser().standardise(received);
        CitizenRecord record = Standardiser.withoutForbidden(received);
        long[] keys = walk.rules().keys(standardised.record());
        return base.write(session -> {
            lockOwn(session, record.key());
            Optional<StoredRecord> before = session.record(record.key());
            if (!condition.test(before.map(StoredRecord::record))) {
                return Optional.empty();
            }
            if (before.isPresent()
                    && before.get().ref() != null
                    && before.get().record().equals(record)) {
                return Optional.of(new Written(
                        new Arrival(
                                Arrival.Effect.UNCHANGED, List.of(before.get().ref()), standardised.flaws()),
                        Optional.of(record)));
            }
            session.lock(locks(before, keys));
            List<StoredRecord> component = session.hold(seeds(session, standardised.record(), keys));
            // Written only once all is held: a row written earlier would be locked out of turn.
            CitizenRecord kept = session.put(record, standardised.flaws(), keys);
            Cause cause = Cause.of(before.isEmpty() ? Cause.Kind.ARRIVED : Cause.Kind.CORRECTED, record.key());
            Resolution resolution = resolving.resolve(session, with(component, kept), List.of(), cause);
            return Optional.of(new Written(arrival(record.key(), before, resolution, standardised), Optional.of(kept)));
        });
    }

    /** The component with the record as it is now. */
    private static List<StoredRecord> with(List<StoredRecord> component, CitizenRecord record) {
        StoredRecord now = new StoredRecord(record, null);
        List<StoredRecord> all = new ArrayList<>();
        for (StoredRecord one : component) {
            if (one.record().key().equals(record.key())) {
                now = new StoredRecord(record, one.ref(), one.past());
            } else {
                all.add(one);
            }
        }
        all.add(now);
        return all;
    }

    /**
     * A record that the base keeps is linked anew: it was put there without being linked, or one that it was linked to
     * has gone. A record that the base no longer keeps is none of its business.
     */
    public Arrival settle(SourceKey key) {
        return base.write(session -> {
            lockOwn(session, key);
            Optional<StoredRecord> before = session.record(key);
            if (before.isEmpty()) {
                return new Arrival(Arrival.Effect.UNCHANGED, List.of(), List.of());
            }
            Standardised standardised =
                    walk.standardiser().standardise(before.get().record());
            long[] keys = walk.rules().keys(standardised.record());
            session.lock(keys);
            List<StoredRecord> component = session.hold(seeds(session, standardised.record(), keys));
            Resolution resolution = resolving.resolve(session, component, List.of(), Cause.of(Cause.Kind.LINKED, key));
            return arrival(key, before, resolution, standardised);
        });
    }

    /** The record itself, and every other that it meets at or above the floor. */
    private Set<SourceKey> seeds(Base.Session session, StandardRecord record, long[] keys) {
        Set<SourceKey> seeds = new TreeSet<>();
        seeds.add(record.key());
        int floor = walk.model().thresholds().floor();
        for (StoredRecord other : session.meeting(keys)) {
            StandardRecord standard =
                    walk.standardiser().standardise(other.record()).record();
            if (walk.model().score(record, standard).weight() >= floor) {
                seeds.add(other.record().key());
            }
        }
        return seeds;
    }

    /** A source no longer has this record. */
    public Arrival depart(SourceKey key) {
        return depart(key, before -> true).orElseThrow().arrival();
    }

    /** The same, on a condition, as {@link #arrive(CitizenRecord, Predicate)} has it. */
    public Optional<Written> depart(SourceKey key, Predicate<Optional<CitizenRecord>> condition) {
        return base.write(session -> {
            lockOwn(session, key);
            Optional<StoredRecord> before = session.record(key);
            if (!condition.test(before.map(StoredRecord::record))) {
                return Optional.empty();
            }
            if (before.isEmpty()) {
                return Optional.of(
                        new Written(new Arrival(Arrival.Effect.UNCHANGED, List.of(), List.of()), Optional.empty()));
            }
            session.lock(locks(before, new long[0]));
            List<StoredRecord> rest = new ArrayList<>(session.hold(Set.of(key)));
            rest.removeIf(one -> one.record().key().equals(key));
            session.remove(key);
            UUID ref = before.get().ref();
            Resolution resolution = resolving.resolve(
                    session, rest, ref == null ? List.of() : List.of(ref), Cause.of(Cause.Kind.DEPARTED, key));
            Set<UUID> touched = new LinkedHashSet<>();
            if (ref != null) {
                touched.add(ref);
            }
            touched.addAll(Resolving.touched(resolution));
            Arrival.Effect effect =
                    resolution.changes().stream().anyMatch(change -> change.kind() == ChangeEvent.Kind.SPLIT)
                            ? Arrival.Effect.SPLIT
                            : Arrival.Effect.REMOVED;
            return Optional.of(new Written(new Arrival(effect, List.copyOf(touched), List.of()), Optional.empty()));
        });
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

    private static void lockOwn(Base.Session session, SourceKey key) {
        session.lock(OwnLocks.of(key, session.judgementsOn(Set.of(key))));
    }

    private long[] locks(Optional<StoredRecord> before, long[] keys) {
        long[] old = before.map(stored -> walk.rules()
                        .keys(walk.standardiser().standardise(stored.record()).record()))
                .orElse(new long[0]);
        return LongStream.concat(LongStream.of(old), LongStream.of(keys))
                .sorted()
                .distinct()
                .toArray();
    }

    private static Arrival arrival(
            SourceKey key, Optional<StoredRecord> before, Resolution resolution, Standardised standardised) {
        UUID ref = resolution.membership().get(key);
        Set<UUID> refs = new LinkedHashSet<>();
        refs.add(ref);
        refs.addAll(Resolving.touched(resolution));
        return new Arrival(Effects.of(key, before, resolution), List.copyOf(refs), standardised.flaws());
    }
}
