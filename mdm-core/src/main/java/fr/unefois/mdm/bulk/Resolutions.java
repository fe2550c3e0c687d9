package fr.unefois.mdm.bulk;

import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.arrive.Resolver;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.arrive.Weighed;
import fr.unefois.mdm.command.Ahead;
import fr.unefois.mdm.command.Phase;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.SourceKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;

/** The components' resolutions, in order and the large ones last; other threads resolve some ahead of who takes them. */
final class Resolutions implements Iterator<Resolution>, AutoCloseable {
    /** So many are resolved at once: enough that asking for known citizens and handing over cost little. */
    private static final int COMPONENTS = 500;

    /** A component of so many records takes long and is begun before all others, lest one core work while the rest wait. */
    private static final int LARGE = 5_000;

    private final BulkBase base;
    private final Resolver resolver;
    private final Weighed weighed;
    private final IntFunction<StoredRecord> stored;
    private final List<int[]> components;
    private final Judgements judgements;
    private final Phase phase;
    private final Ahead<List<Resolution>> large = new Ahead<>();
    private final Ahead<List<Resolution>> ahead = new Ahead<>();
    private int begun;
    private Iterator<Resolution> ready = List.<Resolution>of().iterator();
    private long clusters;
    private long changed;
    private long toReview;

    Resolutions(
            BulkBase base,
            Walk walk,
            Weighed weighed,
            IntFunction<StoredRecord> stored,
            List<int[]> components,
            Judgements judgements,
            Phase phase) {
        this.base = base;
        this.resolver = new Resolver(walk);
        this.weighed = weighed;
        this.stored = stored;
        this.components = components.stream()
                .filter(component -> component.length < LARGE)
                .toList();
        this.judgements = judgements;
        this.phase = phase;
        components.stream()
                .filter(component -> component.length >= LARGE)
                .forEach(component -> large.give(() -> resolve(List.of(component))));
    }

    @Override
    public boolean hasNext() {
        while (!ready.hasNext()) {
            begin();
            if (ahead.isEmpty() && large.isEmpty()) {
                return false;
            }
            ready = (ahead.isEmpty() ? large : ahead).take().iterator();
        }
        return true;
    }

    @Override
    public Resolution next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Resolution resolution = ready.next();
        phase.advance(resolution.records().size());
        clusters += new HashSet<>(resolution.membership().values()).size();
        changed += resolution.citizens().size();
        toReview += resolution.tasks().size();
        return resolution;
    }

    private void begin() {
        while (!ahead.isFull() && begun < components.size()) {
            List<int[]> some = components.subList(begun, Math.min(begun + COMPONENTS, components.size()));
            begun += some.size();
            ahead.give(() -> resolve(some));
        }
    }

    private List<Resolution> resolve(List<int[]> some) {
        List<List<StoredRecord>> records = new ArrayList<>(some.size());
        Set<UUID> refs = new HashSet<>();
        for (int[] component : some) {
            List<StoredRecord> members =
                    Arrays.stream(component).mapToObj(stored).toList();
            records.add(members);
            for (StoredRecord one : members) {
                if (one.ref() != null) {
                    refs.add(one.ref());
                }
            }
        }
        Map<UUID, Citizen> known = refs.isEmpty() ? Map.of() : base.citizens(refs);
        List<Resolution> resolutions = new ArrayList<>(some.size());
        for (int i = 0; i < some.size(); i++) {
            List<SourceKey> keys =
                    records.get(i).stream().map(one -> one.record().key()).toList();
            Set<UUID> past = new HashSet<>();
            records.get(i).forEach(one -> past.addAll(one.past()));
            resolutions.add(resolver.resolve(
                    weighed,
                    some.get(i),
                    records.get(i),
                    judgements.among(keys),
                    any -> true,
                    asked -> known,
                    List.of(),
                    past.isEmpty() ? Map.of() : base.retired(past, keys),
                    base::newRef));
        }
        return resolutions;
    }

    /** Clusters found so far. */
    long clusters() {
        return clusters;
    }

    /** Citizens created or changed so far. */
    long changed() {
        return changed;
    }

    /** Open tasks so far. */
    long toReview() {
        return toReview;
    }

    /** Nobody takes more of them. */
    @Override
    public void close() {
        ahead.close();
        large.close();
    }
}
