package fr.unefois.mdm.arrive;

import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import fr.unefois.mdm.standardise.Standardised;
import fr.unefois.mdm.standardise.Standardiser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;

/** One record, or one judgement, at a time: each change in its own transaction, resolved before the answer. */
public final class Arrivals {
    private final Base base;
    private final Walk walk;
    private final Resolver resolver;

    public Arrivals(Base base, Walk walk) {
        this.base = base;
        this.walk = walk;
        this.resolver = new Resolver(walk);
    }

    /** A source says this of a citizen, for the first time or anew. What may never be stored is refused, and a flaw. */
    public Arrival arrive(CitizenRecord received) {
        Standardised standardised = walk.standardiser().standardise(received);
        CitizenRecord record = Standardiser.withoutForbidden(received);
        long[] keys = walk.rules().keys(standardised.record());
        return base.write(session -> {
            session.lock(ownLock(record.key()));
            Optional<StoredRecord> before = session.record(record.key());
            if (before.isPresent()
                    && before.get().ref() != null
                    && before.get().record().equals(record)) {
                return new Arrival(
                        Arrival.Effect.UNCHANGED, List.of(before.get().ref()), standardised.flaws());
            }
            session.lock(locks(before, keys));
            session.put(record, standardised.flaws(), keys);
            Resolution resolution = resolve(session, seeds(session, standardised.record(), keys), List.of());
            return arrival(record.key(), before, resolution, standardised);
        });
    }

    /**
     * A record that the base keeps is linked anew: it was put there without being linked, or one that it was linked to
     * has gone. A record that the base no longer keeps is none of its business.
     */
    public Arrival settle(SourceKey key) {
        return base.write(session -> {
            session.lock(ownLock(key));
            Optional<StoredRecord> before = session.record(key);
            if (before.isEmpty()) {
                return new Arrival(Arrival.Effect.UNCHANGED, List.of(), List.of());
            }
            Standardised standardised =
                    walk.standardiser().standardise(before.get().record());
            long[] keys = walk.rules().keys(standardised.record());
            session.lock(keys);
            Resolution resolution = resolve(session, seeds(session, standardised.record(), keys), List.of());
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
        return base.write(session -> {
            session.lock(ownLock(key));
            Optional<StoredRecord> before = session.record(key);
            if (before.isEmpty()) {
                return new Arrival(Arrival.Effect.UNCHANGED, List.of(), List.of());
            }
            session.lock(locks(before, new long[0]));
            Set<SourceKey> rest = new TreeSet<>();
            settled(session, Set.of(key)).forEach(one -> rest.add(one.record().key()));
            rest.remove(key);
            session.remove(key);
            UUID ref = before.get().ref();
            Resolution resolution = resolve(session, rest, ref == null ? List.of() : List.of(ref));
            Set<UUID> touched = new LinkedHashSet<>();
            if (ref != null) {
                touched.add(ref);
            }
            touched.addAll(touched(resolution));
            Arrival.Effect effect = resolution.changes().stream()
                            .anyMatch(change -> change.kind() == fr.unefois.mdm.change.ChangeEvent.Kind.SPLIT)
                    ? Arrival.Effect.SPLIT
                    : Arrival.Effect.REMOVED;
            return new Arrival(effect, List.copyOf(touched), List.of());
        });
    }

    /**
     * A steward has decided on two live records.
     *
     * @throws IllegalArgumentException where one of the records is not live
     */
    public Arrival judge(Judgement judgement) {
        return base.write(session -> {
            Set<SourceKey> pair = Set.of(judgement.left(), judgement.right());
            Set<UUID> before = new HashSet<>();
            for (SourceKey key : pair) {
                StoredRecord record = session.record(key)
                        .orElseThrow(() -> new IllegalArgumentException("there is no live record " + key));
                if (record.ref() != null) {
                    before.add(record.ref());
                }
            }
            session.put(judgement);
            Resolution resolution = resolve(session, new TreeSet<>(pair), List.of());
            Set<UUID> after = new LinkedHashSet<>();
            after.add(resolution.membership().get(judgement.left()));
            after.add(resolution.membership().get(judgement.right()));
            Arrival.Effect effect = after.size() < before.size()
                    ? Arrival.Effect.MERGED
                    : after.size() > before.size() ? Arrival.Effect.SPLIT : Arrival.Effect.UNCHANGED;
            return new Arrival(effect, List.copyOf(after), List.of());
        });
    }

    /**
     * Who is this? Writes nothing.
     *
     * @param limit how many candidates at most
     */
    public Resolved resolve(CitizenRecord asked, int limit) {
        StandardRecord standard = walk.standardiser().standardise(asked).record();
        long[] keys = walk.rules().keys(standard);
        return base.read(session -> {
            Map<UUID, Resolved.Candidate> best = new TreeMap<>();
            for (StoredRecord other : session.meeting(keys)) {
                if (other.ref() != null) {
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
            best.keySet().retainAll(session.citizens(best.keySet()).keySet());
            return Candidates.rank(best.values(), walk.model(), limit);
        });
    }

    private Resolution resolve(Base.Session session, Set<SourceKey> seeds, Collection<UUID> former) {
        List<StoredRecord> component = seeds.isEmpty() ? List.of() : settled(session, seeds);
        Set<UUID> refs = new HashSet<>(former);
        List<SourceKey> keys = new ArrayList<>();
        for (StoredRecord record : component) {
            keys.add(record.record().key());
            if (record.ref() != null) {
                refs.add(record.ref());
            }
        }
        Judgements judgements = session.judgements(keys);
        Resolution resolution =
                resolver.resolve(component, judgements, session.citizens(refs), former, session::newRef);
        session.apply(resolution);
        return resolution;
    }

    /** Locks the component until a second look shows nothing that was not locked. */
    private static List<StoredRecord> settled(Base.Session session, Set<SourceKey> seeds) {
        Set<SourceKey> locked = new TreeSet<>();
        while (true) {
            List<StoredRecord> component = session.component(seeds);
            Set<SourceKey> keys = new TreeSet<>();
            component.forEach(one -> keys.add(one.record().key()));
            if (locked.containsAll(keys)) {
                return component;
            }
            session.lock(keys);
            locked.addAll(keys);
        }
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

    /**
     * Two versions of one record wait for each other before either looks at what is stored. Always taken before the
     * blocking keys, so that no two arrivals can wait in a circle.
     */
    private static long[] ownLock(SourceKey key) {
        long hash = 0xcbf29ce484222325L;
        String text = key.source() + '\u0000' + key.id();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return new long[] {hash};
    }

    private static Arrival arrival(
            SourceKey key, Optional<StoredRecord> before, Resolution resolution, Standardised standardised) {
        UUID ref = resolution.membership().get(key);
        Set<UUID> refs = new LinkedHashSet<>();
        refs.add(ref);
        refs.addAll(touched(resolution));
        return new Arrival(Effects.of(key, before, resolution), List.copyOf(refs), standardised.flaws());
    }

    private static Set<UUID> touched(Resolution resolution) {
        Set<UUID> touched = new LinkedHashSet<>();
        resolution.changes().forEach(change -> {
            touched.add(change.ref());
            touched.addAll(change.others());
        });
        return touched;
    }
}
