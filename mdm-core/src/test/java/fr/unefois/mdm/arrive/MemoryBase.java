package fr.unefois.mdm.arrive;

import fr.unefois.mdm.bulk.BulkBase;
import fr.unefois.mdm.change.Cause;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.AuthoredValue;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.review.ReviewTask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A base in memory for one thread: what the promises are tried on thousands of times in a second. */
public final class MemoryBase implements Base, Base.Session, BulkBase {
    private final Map<SourceKey, CitizenRecord> records = new TreeMap<>();
    private final Map<SourceKey, long[]> keys = new HashMap<>();
    private final Map<SourceKey, UUID> membership = new HashMap<>();
    private final Map<UUID, Citizen> citizens = new ConcurrentHashMap<>();
    private final Map<UUID, List<UUID>> retired = new HashMap<>();
    private final Set<Resolution.Edge> edges = new HashSet<>();
    private final List<Judgement> judgements = new ArrayList<>();
    private final Map<SourceKey, List<UUID>> past = new HashMap<>();
    private final Map<SourceKey, List<AuthoredValue>> authored = new HashMap<>();
    private final Map<UUID, Long> lastVersions = new HashMap<>();
    private final Map<UUID, ReviewTask> tasks = new TreeMap<>();
    private List<SourceKey> held = List.of();
    private long lastRef;

    /** The clusters, each as its sorted members, in order: all that must not depend on history. */
    public List<List<SourceKey>> clusters() {
        return membership.entrySet().stream().collect(Collectors.groupingBy(Map.Entry::getValue)).values().stream()
                .map(entries -> entries.stream().map(Map.Entry::getKey).sorted().toList())
                .sorted((one, other) -> one.get(0).compareTo(other.get(0)))
                .toList();
    }

    /** Those that were held last. */
    List<SourceKey> held() {
        return held;
    }

    Set<Resolution.Edge> edges() {
        return Set.copyOf(edges);
    }

    /** The open ones. */
    List<ReviewTask> tasks() {
        return List.copyOf(tasks.values());
    }

    /** The golden records by the smallest key of their cluster. */
    public Map<SourceKey, Object> goldens() {
        Map<SourceKey, Object> goldens = new TreeMap<>();
        citizens.values().forEach(one -> goldens.put(one.golden().crosswalk().get(0), one.golden()));
        return goldens;
    }

    public UUID refOf(SourceKey key) {
        return Objects.requireNonNull(membership.get(key));
    }

    public Map<UUID, List<UUID>> retired() {
        return retired;
    }

    @Override
    public <T> T write(Function<Session, T> work) {
        return work.apply(this);
    }

    @Override
    public <T> T rehearse(Function<Session, T> work) {
        return work.apply(copy());
    }

    private MemoryBase copy() {
        MemoryBase copy = new MemoryBase();
        copy.records.putAll(records);
        copy.keys.putAll(keys);
        copy.membership.putAll(membership);
        copy.citizens.putAll(citizens);
        copy.retired.putAll(retired);
        copy.edges.addAll(edges);
        copy.judgements.addAll(judgements);
        past.forEach((key, refs) -> copy.past.put(key, new ArrayList<>(refs)));
        copy.lastVersions.putAll(lastVersions);
        copy.tasks.putAll(tasks);
        copy.authored.putAll(authored);
        copy.lastRef = lastRef;
        return copy;
    }

    @Override
    public <T> T read(Function<Session, T> work) {
        return work.apply(this);
    }

    @Override
    public void lock(long[] ignored) {}

    @Override
    public List<StoredRecord> hold(Seeds seeds) {
        List<StoredRecord> component = component(seeds);
        held = component.stream().map(one -> one.record().key()).toList();
        return component;
    }

    @Override
    public void holdJudgements() {}

    @Override
    public List<StoredRecord> records(UUID ref) {
        return records.keySet().stream()
                .filter(key -> ref.equals(membership.get(key)))
                .map(key -> stored(Objects.requireNonNull(records.get(key))))
                .toList();
    }

    @Override
    public Judgements judgementsOn(Collection<SourceKey> of) {
        return Judgements.of(judgements.stream()
                .filter(judgement -> of.contains(judgement.left()) || of.contains(judgement.right()))
                .toList());
    }

    @Override
    public Map<UUID, Long> retired(Collection<UUID> refs, Collection<SourceKey> of) {
        Map<UUID, Long> versions = new TreeMap<>();
        refs.stream()
                .filter(ref -> !retired.getOrDefault(ref, List.of()).isEmpty())
                .filter(ref -> past.entrySet().stream()
                        .noneMatch(one -> one.getValue().contains(ref) && !of.contains(one.getKey())))
                .forEach(ref -> versions.put(ref, lastVersions.getOrDefault(ref, 0L)));
        return versions;
    }

    @Override
    public Optional<Pair> asked(UUID task) {
        return Optional.ofNullable(tasks.get(task))
                .map(one -> new Pair(one.pair().left(), one.pair().right()));
    }

    @Override
    public boolean answered(UUID task, int version, Instant at) {
        return tasks.remove(task) != null;
    }

    @Override
    public Optional<StoredRecord> record(SourceKey key) {
        return Optional.ofNullable(records.get(key)).map(this::stored);
    }

    @Override
    public List<StoredRecord> meeting(long[] asked) {
        return records.values().stream()
                .filter(record -> Arrays.stream(Objects.requireNonNull(keys.get(record.key())))
                        .anyMatch(key -> Arrays.stream(asked).anyMatch(other -> other == key)))
                .map(this::stored)
                .toList();
    }

    /** How many records hang together with one. */
    int reached(SourceKey seed) {
        return reached(Set.of(seed)).size();
    }

    @Override
    public void link(SourceKey key, Map<SourceKey, Integer> others) {
        edges.removeIf(edge -> edge.left().equals(key) || edge.right().equals(key));
        others.forEach((other, weight) -> edges.add(
                key.compareTo(other) < 0
                        ? new Resolution.Edge(key, other, weight)
                        : new Resolution.Edge(other, key, weight)));
    }

    @Override
    public List<StoredRecord> component(Seeds seeds) {
        Set<SourceKey> found = reached(seeds.nearness().keySet());
        return (found.size() > MOST_TOGETHER ? neighbourhood(seeds) : found)
                .stream()
                        .map(records::get)
                        .filter(Objects::nonNull)
                        .map(this::stored)
                        .toList();
    }

    private Set<SourceKey> reached(Set<SourceKey> seeds) {
        Set<SourceKey> found = new TreeSet<>(seeds);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Resolution.Edge edge : edges) {
                grown |= found.contains(edge.left()) && found.add(edge.right());
                grown |= found.contains(edge.right()) && found.add(edge.left());
            }
            for (Judgement judgement : judgements().all()) {
                if (judgement.verdict() == Judgement.Verdict.SAME) {
                    grown |= found.contains(judgement.left()) && found.add(judgement.right());
                    grown |= found.contains(judgement.right()) && found.add(judgement.left());
                }
            }
        }
        return found;
    }

    /** Whole clusters, the nearest first; a record is as near as the weakest edge on the way to it. */
    private Set<SourceKey> neighbourhood(Seeds seeds) {
        Map<SourceKey, Integer> near = new TreeMap<>(seeds.nearness());
        for (Resolution.Edge edge : edges) {
            Integer left = seeds.nearness().get(edge.left());
            Integer right = seeds.nearness().get(edge.right());
            if (left != null) {
                near.merge(edge.right(), Math.min(left, edge.weight()), Math::max);
            }
            if (right != null) {
                near.merge(edge.left(), Math.min(right, edge.weight()), Math::max);
            }
        }
        Map<UUID, Integer> clusters = new HashMap<>();
        Set<SourceKey> together = new TreeSet<>();
        near.forEach((key, nearness) -> {
            UUID ref = membership.get(key);
            if (ref == null) {
                together.add(key);
            } else {
                clusters.merge(ref, nearness, Math::max);
            }
        });
        clusters.entrySet().stream()
                .sorted(Map.Entry.<UUID, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(cluster -> {
                    Set<SourceKey> members = new TreeSet<>(membership.keySet());
                    members.removeIf(key -> !cluster.getKey().equals(membership.get(key)));
                    if (cluster.getValue() == Seeds.CHANGED || together.size() + members.size() <= MOST_TOGETHER) {
                        together.addAll(members);
                    }
                });
        return together;
    }

    @Override
    public Judgements judgements(Collection<SourceKey> of) {
        return judgements().among(of);
    }

    @Override
    public Map<UUID, Citizen> citizens(Collection<UUID> refs) {
        return refs.stream().filter(citizens::containsKey).collect(Collectors.toMap(ref -> ref, citizens::get));
    }

    @Override
    public synchronized UUID newRef() {
        lastRef++;
        return new UUID(lastRef, 0);
    }

    @Override
    public CitizenRecord put(CitizenRecord record, List<Flaw> flaws, long[] itsKeys) {
        records.put(record.key(), record);
        keys.put(record.key(), itsKeys);
        return record;
    }

    @Override
    public void remove(SourceKey key) {
        records.remove(key);
        keys.remove(key);
        membership.remove(key);
        past.remove(key);
        authored.remove(key);
        edges.removeIf(edge -> edge.left().equals(key) || edge.right().equals(key));
    }

    @Override
    public void put(Judgement judgement) {
        judgements.add(judgement);
    }

    @Override
    public void author(Authoring.Change change, Judging.Word word) {
        authored.putAll(change.now());
    }

    @Override
    public void apply(Resolution resolution, Cause cause) {
        Set<SourceKey> of = Set.copyOf(resolution.records());
        tasks.values()
                .removeIf(task -> of.contains(task.pair().left())
                        && of.contains(task.pair().right()));
        resolution.tasks().forEach(task -> tasks.put(task.id(), task));
        resolution.membership().forEach((key, ref) -> {
            UUID before = membership.get(key);
            if (before != null && !before.equals(ref)) {
                List<UUID> trail = past.computeIfAbsent(key, any -> new ArrayList<>());
                trail.remove(ref);
                if (resolution.retired().containsKey(before)) {
                    trail.remove(before);
                    trail.add(before);
                }
            }
        });
        edges.removeIf(edge -> of.contains(edge.left()) && of.contains(edge.right()));
        edges.addAll(resolution.edges());
        membership.putAll(resolution.membership());
        resolution.citizens().forEach(citizen -> {
            citizens.put(citizen.ref(), citizen);
            retired.remove(citizen.ref());
            lastVersions.put(citizen.ref(), citizen.version());
        });
        resolution.retired().forEach((ref, into) -> {
            citizens.remove(ref);
            retired.put(ref, into);
        });
    }

    @Override
    public void records(Consumer<StoredRecord> each) {
        records.values().forEach(record -> each.accept(stored(record)));
    }

    @Override
    public Judgements judgements() {
        return Judgements.of(judgements);
    }

    @Override
    public void apply(Iterator<Resolution> resolutions) {
        resolutions.forEachRemaining(this::apply);
    }

    private StoredRecord stored(CitizenRecord record) {
        return new StoredRecord(
                record,
                membership.get(record.key()),
                past.getOrDefault(record.key(), List.of()),
                authored.getOrDefault(record.key(), List.of()));
    }
}
