package fr.unefois.mdm.arrive;

import fr.unefois.mdm.change.ChangeEvent;
import fr.unefois.mdm.change.Changes;
import fr.unefois.mdm.cluster.Cluster;
import fr.unefois.mdm.cluster.Clusterer;
import fr.unefois.mdm.cluster.Partition;
import fr.unefois.mdm.cluster.References;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.golden.GoldenRecord;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Source;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.review.ReviewTasks;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Solves one component anew. Clusters, golden values and tasks are a pure function of records, walk and judgements;
 * references and versions alone depend on what was before.
 */
public final class Resolver {
    private final Walk walk;
    private final Clusterer clusterer;

    public Resolver(Walk walk) {
        this.walk = walk;
        this.clusterer = new Clusterer(walk.model());
    }

    /** The same where no reference comes back. */
    public Resolution resolve(
            Collection<StoredRecord> component,
            Judgements judgements,
            Map<UUID, Citizen> known,
            Collection<UUID> former,
            Supplier<UUID> newRef) {
        return resolve(component, judgements, known, former, Map.of(), newRef);
    }

    /**
     * @param known the citizens behind the references that the records, or the former references, have
     * @param former references of records that have just gone
     * @param retired references that records of the component had before and that may come back, with their last version
     * @param newRef gives references never used before
     */
    public Resolution resolve(
            Collection<StoredRecord> component,
            Judgements judgements,
            Map<UUID, Citizen> known,
            Collection<UUID> former,
            Map<UUID, Long> retired,
            Supplier<UUID> newRef) {
        List<StoredRecord> stored = component.stream()
                .sorted(Comparator.comparing(one -> one.record().key()))
                .toList();
        Map<SourceKey, CitizenRecord> records = new LinkedHashMap<>();
        Map<SourceKey, StandardRecord> standards = new LinkedHashMap<>();
        Map<SourceKey, UUID> before = new HashMap<>();
        Map<SourceKey, List<UUID>> past = new HashMap<>();
        for (StoredRecord one : stored) {
            SourceKey key = one.record().key();
            records.put(key, one.record());
            standards.put(key, walk.standardiser().standardise(one.record()).record());
            if (one.ref() != null) {
                before.put(key, one.ref());
            }
            List<UUID> back = one.past().stream().filter(retired::containsKey).toList();
            if (!back.isEmpty()) {
                past.put(key, back);
            }
        }
        Links links = Links.of(standards.values(), walk);
        Partition partition = partition(standards, links.edges(), judgements);
        References references =
                References.assign(partition.clusters(), new References.Known(before, past, former), newRef);
        Map<SourceKey, UUID> membership = new LinkedHashMap<>();
        for (int i = 0; i < partition.clusters().size(); i++) {
            UUID ref = references.byCluster().get(i);
            partition.clusters().get(i).members().forEach(member -> membership.put(member, ref));
        }

        List<Citizen> citizens = new ArrayList<>();
        List<ChangeEvent> changes = new ArrayList<>();
        Map<UUID, List<UUID>> gone = new HashMap<>(references.retired());
        for (int i = 0; i < partition.clusters().size(); i++) {
            Cluster cluster = partition.clusters().get(i);
            UUID ref = references.byCluster().get(i);
            Citizen old = known.get(ref);
            if (!known(cluster)) {
                if (old != null) {
                    UUID unseen = newRef.get();
                    cluster.members().forEach(member -> membership.put(member, unseen));
                    gone.put(ref, List.of());
                    changes.add(ChangeEvent.retired(ref));
                }
                continue;
            }
            GoldenRecord golden = walk.survivorship()
                    .goldenRecord(
                            cluster.members().stream()
                                    .map(member -> Objects.requireNonNull(records.get(member)))
                                    .toList(),
                            links.weakest(cluster, standards, judgements));
            List<UUID> losers = losersTo(ref, references);
            List<UUID> parts = references.parted().getOrDefault(ref, List.of());
            if (old == null || !old.golden().equals(golden)) {
                long version = old == null ? retired.getOrDefault(ref, 0L) : old.version();
                citizens.add(new Citizen(ref, version + 1, golden));
            }
            List<ChangeEvent> events = Changes.between(ref, goldenOf(old), golden, losers, parts);
            changes.addAll(retired.containsKey(ref) ? Changes.restored(events) : events);
        }
        references.retired().forEach((ref, into) -> {
            if (into.isEmpty()) {
                changes.add(ChangeEvent.retired(ref));
            }
        });
        return new Resolution(
                List.copyOf(records.keySet()),
                citizens,
                membership,
                gone,
                links.edges(),
                ReviewTasks.of(visible(partition.doubtful(), membership, partition), membership),
                changes);
    }

    private Partition partition(
            Map<SourceKey, StandardRecord> standards, List<Resolution.Edge> edges, Judgements judgements) {
        Collection<List<SourceKey>> parts = Connected.parts(standards.keySet(), edges, judgements);
        if (parts.size() == 1) {
            return clusterer.partition(standards.values(), judgements);
        }
        List<Cluster> clusters = new ArrayList<>();
        List<ScoredPair> doubtful = new ArrayList<>();
        for (List<SourceKey> part : parts) {
            Partition partition = clusterer.partition(
                    part.stream()
                            .map(key -> Objects.requireNonNull(standards.get(key)))
                            .toList(),
                    judgements.among(part));
            clusters.addAll(partition.clusters());
            doubtful.addAll(partition.doubtful());
        }
        clusters.sort(Comparator.comparing(cluster -> cluster.members().get(0)));
        return new Partition(clusters, doubtful, null);
    }

    /** A source that only verifies creates nobody: a cluster of such records alone is no citizen yet. */
    private boolean known(Cluster cluster) {
        return cluster.members().stream().anyMatch(member -> walk.survivorship().use(member) != Source.Use.VERIFY);
    }

    /** A steward is asked about citizens only. */
    private List<ScoredPair> visible(List<ScoredPair> doubtful, Map<SourceKey, UUID> membership, Partition partition) {
        Set<UUID> citizens = new HashSet<>();
        for (Cluster cluster : partition.clusters()) {
            if (known(cluster)) {
                citizens.add(
                        Objects.requireNonNull(membership.get(cluster.members().get(0))));
            }
        }
        return doubtful.stream()
                .filter(pair -> citizens.contains(membership.get(pair.left()))
                        || citizens.contains(membership.get(pair.right())))
                .toList();
    }

    private static List<UUID> losersTo(UUID ref, References references) {
        return references.retired().entrySet().stream()
                .filter(entry -> entry.getValue().contains(ref))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static @Nullable GoldenRecord goldenOf(@Nullable Citizen citizen) {
        return citizen == null ? null : citizen.golden();
    }
}
