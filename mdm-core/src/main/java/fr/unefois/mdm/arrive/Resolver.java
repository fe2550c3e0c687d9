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
import fr.unefois.mdm.record.Source;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.review.ReviewTasks;
import fr.unefois.mdm.standardise.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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

    /**
     * @param known the citizens behind the references that the records, or the former references, have
     * @param former references of records that have just gone
     * @param newRef gives references never used before
     */
    public Resolution resolve(
            Collection<StoredRecord> component,
            Judgements judgements,
            Map<UUID, Citizen> known,
            Collection<UUID> former,
            Supplier<UUID> newRef) {
        List<StoredRecord> records = List.copyOf(component);
        Columns columns = Columns.of(records.stream()
                .map(one -> walk.standardiser().standardise(one.record()).record())
                .toList());
        int[] positions = columns.positions().toArray();
        return resolve(Weighed.of(columns, walk), positions, records, judgements, known, former, newRef);
    }

    /**
     * The same of records that are standardised already.
     *
     * @param positions those of the component
     * @param component what is stored, in the positions' order
     */
    public Resolution resolve(
            Weighed weighed,
            int[] positions,
            List<StoredRecord> component,
            Judgements judgements,
            Map<UUID, Citizen> known,
            Collection<UUID> former,
            Supplier<UUID> newRef) {
        Map<SourceKey, Integer> places = new TreeMap<>();
        Map<SourceKey, UUID> before = new HashMap<>();
        for (int place = 0; place < positions.length; place++) {
            StoredRecord one = component.get(place);
            places.put(one.record().key(), place);
            if (one.ref() != null) {
                before.put(one.record().key(), one.ref());
            }
        }
        Partition partition =
                clusterer.solve(weighed.weighing(), positions, judgements).named(weighed.weighing());
        Links links = Links.of(
                weighed,
                places.values().stream().mapToInt(place -> positions[place]).toArray());
        References references = References.assign(partition.clusters(), before, former, newRef);
        Map<SourceKey, UUID> membership = new LinkedHashMap<>();
        for (int i = 0; i < partition.clusters().size(); i++) {
            UUID ref = references.byCluster().get(i);
            partition.clusters().get(i).members().forEach(member -> membership.put(member, ref));
        }

        List<Citizen> citizens = new ArrayList<>();
        List<ChangeEvent> changes = new ArrayList<>();
        Map<UUID, List<UUID>> retired = new HashMap<>(references.retired());
        for (int i = 0; i < partition.clusters().size(); i++) {
            Cluster cluster = partition.clusters().get(i);
            UUID ref = references.byCluster().get(i);
            Citizen old = known.get(ref);
            if (!known(cluster)) {
                if (old != null) {
                    UUID unseen = newRef.get();
                    cluster.members().forEach(member -> membership.put(member, unseen));
                    retired.put(ref, List.of());
                    changes.add(ChangeEvent.retired(ref));
                }
                continue;
            }
            int[] members = cluster.members().stream()
                    .mapToInt(member -> Objects.requireNonNull(places.get(member)))
                    .toArray();
            GoldenRecord golden = walk.survivorship()
                    .goldenRecord(
                            Arrays.stream(members)
                                    .mapToObj(place -> component.get(place).record())
                                    .toList(),
                            Arrays.stream(members)
                                    .mapToObj(place -> weighed.standard(positions[place]))
                                    .toList(),
                            links.weakest(
                                    Arrays.stream(members)
                                            .map(place -> positions[place])
                                            .toArray(),
                                    judgements));
            List<UUID> losers = losersTo(ref, references);
            List<UUID> parts = references.parted().getOrDefault(ref, List.of());
            if (old == null || !old.golden().equals(golden)) {
                citizens.add(new Citizen(ref, old == null ? 1 : old.version() + 1, golden));
            }
            changes.addAll(Changes.between(ref, goldenOf(old), golden, losers, parts));
        }
        references.retired().forEach((ref, into) -> {
            if (into.isEmpty()) {
                changes.add(ChangeEvent.retired(ref));
            }
        });
        return new Resolution(
                List.copyOf(places.keySet()),
                citizens,
                membership,
                retired,
                links.edges(),
                ReviewTasks.of(visible(partition.doubtful(), membership, partition), membership),
                changes);
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
