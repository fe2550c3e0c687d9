package fr.unefois.mdm.bulk;

import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.arrive.Resolver;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.command.Phase;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;

/** Links the whole base anew: the same resolver as for one record, over all components. */
public final class Relink {
    private static final int CITIZENS_AT_ONCE = 2_000;

    private final BulkBase base;
    private final Walk walk;

    public Relink(BulkBase base, Walk walk) {
        this.base = base;
        this.walk = walk;
    }

    /**
     * @param records live source records
     * @param candidatePairs pairs scored
     * @param clusters clusters found
     * @param changed citizens created or changed
     * @param toReview open tasks
     */
    public record Report(long records, long candidatePairs, long clusters, long changed, long toReview) {}

    public Report run(Progress progress) {
        List<StoredRecord> records = new ArrayList<>();
        base.records(records::add);
        List<StandardRecord> standards = standardised(records, progress);
        Judgements judgements = base.judgements();
        BulkWalk.Components found =
                new BulkWalk(walk.rules(), walk.model()).components(Columns.of(standards), judgements, progress);
        List<List<StoredRecord>> components = new Together(records).of(found.components());
        Resolutions resolutions;
        try (Phase phase = Phase.begin(progress, "merge", records.size())) {
            resolutions = new Resolutions(components, judgements, phase);
            base.apply(resolutions);
        }
        return new Report(
                records.size(),
                found.candidatePairs(),
                resolutions.clusters,
                resolutions.changed,
                resolutions.toReview);
    }

    private List<StandardRecord> standardised(List<StoredRecord> records, Progress progress) {
        try (Phase phase = Phase.begin(progress, "standardise", records.size())) {
            return records.parallelStream()
                    .map(one -> {
                        phase.advance(1);
                        return walk.standardiser().standardise(one.record()).record();
                    })
                    .toList();
        }
    }

    /** Resolves component after component, fetching the citizens that are known a few thousand at a time. */
    private final class Resolutions implements Iterator<Resolution> {
        private final Iterator<List<StoredRecord>> components;
        private final Judgements judgements;
        private final Phase phase;
        private final Resolver resolver = new Resolver(walk);
        private final Deque<List<StoredRecord>> next = new ArrayDeque<>();
        private Map<UUID, Citizen> known = Map.of();
        private long clusters;
        private long changed;
        private long toReview;

        Resolutions(List<List<StoredRecord>> components, Judgements judgements, Phase phase) {
            this.components = components.iterator();
            this.judgements = judgements;
            this.phase = phase;
        }

        @Override
        public boolean hasNext() {
            return !next.isEmpty() || components.hasNext();
        }

        @Override
        public Resolution next() {
            if (next.isEmpty()) {
                fetch();
            }
            if (next.isEmpty()) {
                throw new NoSuchElementException();
            }
            List<StoredRecord> component = next.remove();
            Resolution resolution =
                    resolver.resolve(component, judgements.among(keys(component)), known, List.of(), base::newRef);
            phase.advance(component.size());
            clusters += new HashSet<>(resolution.membership().values()).size();
            changed += resolution.citizens().size();
            toReview += resolution.tasks().size();
            return resolution;
        }

        private void fetch() {
            Set<UUID> refs = new HashSet<>();
            while (next.size() < CITIZENS_AT_ONCE && components.hasNext()) {
                List<StoredRecord> component = components.next();
                next.add(component);
                for (StoredRecord one : component) {
                    if (one.ref() != null) {
                        refs.add(one.ref());
                    }
                }
            }
            known = refs.isEmpty() ? Map.of() : new HashMap<>(base.citizens(refs));
        }

        private Collection<SourceKey> keys(List<StoredRecord> component) {
            return component.stream().map(one -> one.record().key()).toList();
        }
    }
}
