package fr.unefois.mdm.arrive;

import fr.unefois.mdm.change.ChangeEvent;
import fr.unefois.mdm.change.Changes;
import fr.unefois.mdm.cluster.Cluster;
import fr.unefois.mdm.cluster.Clusterer;
import fr.unefois.mdm.cluster.Linkage;
import fr.unefois.mdm.cluster.Partition;
import fr.unefois.mdm.cluster.References;
import fr.unefois.mdm.cluster.SpanningTree;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.compare.Weighing;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.golden.GoldenRecord;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Source;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.review.ReviewTasks;
import fr.unefois.mdm.review.Suspicion;
import fr.unefois.mdm.review.Suspicions;
import fr.unefois.mdm.standardise.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
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
        this.clusterer = new Clusterer(walk.model(), walk.rules(), Linkage.LIKELIHOOD, Scope.LINK_AND_DEDUPE)
                .with(walk.certified());
    }

    /**
     * @param changed which records are not as they were when they were last resolved: a citizen of others alone, whose
     *     cluster stays, stays as they are
     * @param known answers the citizens behind references of the records or former ones
     * @param former references of records that have just gone
     * @param retired references that records of the component had before and that may come back, with their last version
     * @param newRef gives references never used before
     */
    public Resolution resolve(
            Collection<StoredRecord> component,
            Judgements judgements,
            Predicate<SourceKey> changed,
            Function<Set<UUID>, Map<UUID, Citizen>> known,
            Collection<UUID> former,
            Map<UUID, Long> retired,
            Supplier<UUID> newRef) {
        List<StoredRecord> records = List.copyOf(component);
        Columns columns = Columns.of(records.stream()
                .map(one -> walk.standardiser().standardise(one.record()).record())
                .toList());
        int[] positions = columns.positions().toArray();
        return resolve(
                Weighed.of(columns, walk), positions, records, judgements, changed, known, former, retired, newRef);
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
            Predicate<SourceKey> changed,
            Function<Set<UUID>, Map<UUID, Citizen>> known,
            Collection<UUID> former,
            Map<UUID, Long> retired,
            Supplier<UUID> newRef) {
        Map<SourceKey, Integer> places = new TreeMap<>();
        Map<SourceKey, UUID> before = new HashMap<>();
        Map<SourceKey, List<UUID>> past = new HashMap<>();
        for (int place = 0; place < positions.length; place++) {
            StoredRecord one = component.get(place);
            places.put(one.record().key(), place);
            if (one.ref() != null) {
                before.put(one.record().key(), one.ref());
            }
            List<UUID> back = one.past().stream().filter(retired::containsKey).toList();
            if (!back.isEmpty()) {
                past.put(one.record().key(), back);
            }
        }
        Links links = Links.of(
                weighed,
                places.values().stream().mapToInt(place -> positions[place]).toArray());
        Map<SourceKey, Integer> byKey = new TreeMap<>();
        places.forEach((key, place) -> byKey.put(key, positions[place]));
        Partition partition = partition(weighed.weighing(), links.parts(judgements), judgements);
        References references =
                References.assign(partition.clusters(), new References.Known(before, past, former), newRef);
        Map<SourceKey, UUID> membership = new LinkedHashMap<>();
        for (int i = 0; i < partition.clusters().size(); i++) {
            UUID ref = references.byCluster().get(i);
            partition.clusters().get(i).members().forEach(member -> membership.put(member, ref));
        }

        ReviewTasks tasks = new ReviewTasks(membership::get);
        Suspicions suspicions = new Suspicions(weighed.weighing(), judgements);
        List<Citizen> citizens = new ArrayList<>();
        Authored authored = new Authored(partition.clusters().stream()
                .map(cluster -> stored(cluster, component, places))
                .toList());
        List<ChangeEvent> changes = new ArrayList<>();
        Map<UUID, List<UUID>> gone = new HashMap<>(references.retired());
        // An authored value may come to a cluster because another one, where it was until now, has lost its records.
        Predicate<SourceKey> carries = key -> !component
                .get(Objects.requireNonNull(places.get(key)))
                .authored()
                .isEmpty();
        Staying staying = new Staying(before, changed.or(carries), former);
        Map<UUID, Citizen> olds = known.apply(staying.leaving(partition.clusters(), references.byCluster()));
        for (int i = 0; i < partition.clusters().size(); i++) {
            Cluster cluster = partition.clusters().get(i);
            UUID ref = references.byCluster().get(i);
            Citizen old = olds.get(ref);
            if (!known(cluster)) {
                if (old != null) {
                    UUID unseen = newRef.get();
                    cluster.members().forEach(member -> membership.put(member, unseen));
                    gone.put(ref, List.of());
                    changes.add(ChangeEvent.retired(ref));
                }
                continue;
            }
            int[] members = positions(cluster, byKey);
            List<CitizenRecord> said = stored(cluster, component, places).stream()
                    .map(StoredRecord::record)
                    .toList();
            SpanningTree tree = links.tree(members, judgements);
            Optional<Suspicion> suspicion = suspicions.of(members, said, tree);
            boolean stays = staying.stays(cluster, ref);
            if (stays && suspicion.isEmpty()) {
                continue;
            }
            GoldenRecord golden = walk.survivorship()
                    .goldenRecord(
                            said,
                            Arrays.stream(members).mapToObj(weighed::standard).toList(),
                            tree.weakest().map(SpanningTree.Edge::weight).orElse(Integer.MAX_VALUE),
                            authored.of(i));
            suspicion.ifPresent(doubt -> tasks.suspicion(doubt, golden));
            if (stays) {
                continue;
            }
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
        List<ScoredPair> doubtful = visible(partition.doubtful(), membership, partition);
        Map<SourceKey, Cluster> clusters = partition.byRecord();
        tasks.doubts(
                doubtful,
                pair -> clusterer.contradicted(
                        weighed.weighing(),
                        positions(Objects.requireNonNull(clusters.get(pair.left())), byKey),
                        positions(Objects.requireNonNull(clusters.get(pair.right())), byKey)));
        return new Resolution(
                List.copyOf(places.keySet()), citizens, membership, gone, links.edges(), tasks.open(), changes, before);
    }

    private static List<StoredRecord> stored(
            Cluster cluster, List<StoredRecord> component, Map<SourceKey, Integer> places) {
        return cluster.members().stream()
                .map(member -> component.get(Objects.requireNonNull(places.get(member))))
                .toList();
    }

    private static int[] positions(Cluster cluster, Map<SourceKey, Integer> byKey) {
        return cluster.members().stream()
                .mapToInt(member -> Objects.requireNonNull(byKey.get(member)))
                .toArray();
    }

    private Partition partition(Weighing weighing, List<int[]> parts, Judgements judgements) {
        List<Cluster> clusters = new ArrayList<>();
        List<ScoredPair> doubtful = new ArrayList<>();
        for (int[] part : parts) {
            Partition partition = clusterer.solve(weighing, part, judgements).named(weighing);
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
