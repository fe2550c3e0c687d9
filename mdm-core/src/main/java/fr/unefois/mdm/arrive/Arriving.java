package fr.unefois.mdm.arrive;

import fr.unefois.mdm.change.Cause;
import fr.unefois.mdm.change.ChangeEvent;
import fr.unefois.mdm.compare.Weighing;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.Columns;
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
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** What one record's change does in its transaction, under one model version. */
final class Arriving {
    private final Walk walk;
    private final Resolving resolving;

    Arriving(Walk walk) {
        this.walk = walk;
        this.resolving = new Resolving(walk);
    }

    Function<Base.Session, Optional<Written>> arrive(
            CitizenRecord received, Predicate<Optional<CitizenRecord>> condition) {
        Standardised standardised = walk.standardiser().standardise(received);
        CitizenRecord record = Standardiser.withoutForbidden(received);
        long[] keys = walk.rules().keys(standardised.record());
        return session -> {
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
            Map<SourceKey, Integer> edges = edges(session, standardised.record(), keys);
            List<StoredRecord> component = session.hold(Seeds.around(record.key(), edges));
            // Written only once all is held: a row written earlier would be locked out of turn.
            CitizenRecord kept = session.put(record, standardised.flaws(), keys);
            session.link(record.key(), edges);
            Cause cause = Cause.of(before.isEmpty() ? Cause.Kind.ARRIVED : Cause.Kind.CORRECTED, record.key());
            Resolution resolution =
                    resolving.resolve(session, with(component, kept), Set.of(record.key()), List.of(), cause);
            return Optional.of(new Written(arrival(record.key(), before, resolution, standardised), Optional.of(kept)));
        };
    }

    /** The component with the record as it is now. */
    private static List<StoredRecord> with(List<StoredRecord> component, CitizenRecord record) {
        StoredRecord now = new StoredRecord(record, null);
        List<StoredRecord> all = new ArrayList<>();
        for (StoredRecord one : component) {
            if (one.record().key().equals(record.key())) {
                now = one.with(record);
            } else {
                all.add(one);
            }
        }
        all.add(now);
        return all;
    }

    Function<Base.Session, Arrival> settle(SourceKey key) {
        return session -> {
            lockOwn(session, key);
            Optional<StoredRecord> before = session.record(key);
            if (before.isEmpty()) {
                return new Arrival(Arrival.Effect.UNCHANGED, List.of(), List.of());
            }
            Standardised standardised =
                    walk.standardiser().standardise(before.get().record());
            long[] keys = walk.rules().keys(standardised.record());
            session.lock(keys);
            Map<SourceKey, Integer> edges = edges(session, standardised.record(), keys);
            List<StoredRecord> component = session.hold(Seeds.around(key, edges));
            // Its keys may be those of an earlier model version.
            CitizenRecord ignored = session.put(before.get().record(), standardised.flaws(), keys);
            session.link(key, edges);
            Resolution resolution =
                    resolving.resolve(session, component, Set.of(key), List.of(), Cause.of(Cause.Kind.LINKED, key));
            return arrival(key, before, resolution, standardised);
        };
    }

    /** Every other that the record meets at or above the floor, by the pair's weight. */
    private Map<SourceKey, Integer> edges(Base.Session session, StandardRecord record, long[] keys) {
        List<StandardRecord> records = new ArrayList<>();
        records.add(record);
        for (StoredRecord other : session.meeting(keys)) {
            if (!other.record().key().equals(record.key())) {
                records.add(walk.standardiser().standardise(other.record()).record());
            }
        }
        Weighing weighing = walk.model().over(Columns.of(records));
        int floor = walk.model().thresholds().floor();
        Map<SourceKey, Integer> edges = new TreeMap<>();
        for (int other = 1; other < records.size(); other++) {
            int weight = weighing.weight(0, other);
            if (weight >= floor) {
                edges.put(records.get(other).key(), weight);
            }
        }
        return edges;
    }

    Function<Base.Session, Optional<Written>> depart(SourceKey key, Predicate<Optional<CitizenRecord>> condition) {
        return session -> {
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
            List<StoredRecord> rest = new ArrayList<>(session.hold(Seeds.changed(Set.of(key))));
            rest.removeIf(one -> one.record().key().equals(key));
            session.remove(key);
            UUID ref = before.get().ref();
            Resolution resolution = resolving.resolve(
                    session,
                    rest,
                    Set.of(),
                    ref == null ? List.of() : List.of(ref),
                    Cause.of(Cause.Kind.DEPARTED, key));
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
        };
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
