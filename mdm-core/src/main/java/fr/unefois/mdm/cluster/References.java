package fr.unefois.mdm.cluster;

import fr.unefois.mdm.record.SourceKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Which reference each cluster carries. A reference stays with the largest part of the records it had; those that another
 * reference brought into it in a merge count only where nothing else decides, and of equal parts the one that holds the
 * smallest key has it. Where several come together the oldest stays and the others answer by it. A reference that was
 * retired comes back with the records that had it, where they part again: then all is as if they had never met.
 *
 * @param byCluster in the clusters' order
 * @param retired by reference that no cluster carries any more, the references that answer for it: one where it was
 *     merged, several where its records also went apart, none where no record is left
 * @param parted by reference that is still carried, the references that took records from it
 */
public record References(List<UUID> byCluster, Map<UUID, List<UUID>> retired, Map<UUID, List<UUID>> parted) {
    /**
     * What the records had before.
     *
     * @param refs by record its reference, for the records that have one
     * @param past by record the retired references it had before, for the records that had any
     * @param former references whose records may all be gone
     */
    public record Known(Map<SourceKey, UUID> refs, Map<SourceKey, List<UUID>> past, Collection<UUID> former) {
        public Known(Map<SourceKey, UUID> refs, Collection<UUID> former) {
            this(refs, Map.of(), former);
        }
    }

    /** More records than any cluster has: one native record outweighs all that came by a merge. */
    private static final int NATIVE = 1 << 20;

    /** @param fresh gives a reference never used before; references sort by age */
    public static References assign(List<Cluster> clusters, Known known, Supplier<UUID> fresh) {
        Map<UUID, Map<Integer, Integer>> overlaps = new TreeMap<>(AGE);
        Map<UUID, Map<Integer, Integer>> before = new TreeMap<>(AGE);
        known.former().forEach(ref -> overlaps.put(ref, new TreeMap<>()));
        for (int i = 0; i < clusters.size(); i++) {
            for (SourceKey member : clusters.get(i).members()) {
                List<UUID> past = known.past().getOrDefault(member, List.of());
                UUID ref = known.refs().get(member);
                if (ref != null) {
                    count(overlaps, ref, i, past.isEmpty() ? NATIVE : 1);
                }
                for (UUID one : past) {
                    count(before, one, i, 1);
                }
            }
        }
        UUID[] carried = new UUID[clusters.size()];
        carry(overlaps, clusters, carried);
        carry(before, clusters, carried);
        for (int i = 0; i < carried.length; i++) {
            if (carried[i] == null) {
                carried[i] = fresh.get();
            }
        }
        return answering(List.of(carried), overlaps);
    }

    private static void count(Map<UUID, Map<Integer, Integer>> overlaps, UUID ref, int cluster, int weight) {
        overlaps.computeIfAbsent(ref, any -> new TreeMap<>()).merge(cluster, weight, Integer::sum);
    }

    private static void carry(Map<UUID, Map<Integer, Integer>> overlaps, List<Cluster> clusters, UUID[] carried) {
        overlaps.forEach((ref, parts) ->
                largest(parts, clusters).ifPresent(i -> carried[i] = carried[i] == null ? ref : carried[i]));
    }

    private static References answering(List<UUID> carried, Map<UUID, Map<Integer, Integer>> overlaps) {
        Set<UUID> live = Set.copyOf(carried);
        Map<UUID, List<UUID>> retired = new HashMap<>();
        Map<UUID, List<UUID>> parted = new HashMap<>();
        overlaps.forEach((ref, parts) -> {
            Set<UUID> now = new LinkedHashSet<>();
            parts.keySet().forEach(i -> now.add(carried.get(i)));
            if (!live.contains(ref)) {
                retired.put(ref, List.copyOf(now));
            } else if (now.size() > 1) {
                now.remove(ref);
                parted.put(ref, List.copyOf(now));
            }
        });
        return new References(carried, retired, parted);
    }

    private static Optional<Integer> largest(Map<Integer, Integer> parts, List<Cluster> clusters) {
        List<Map.Entry<Integer, Integer>> all = new ArrayList<>(parts.entrySet());
        return all.stream()
                .min(Comparator.comparingInt((Map.Entry<Integer, Integer> part) -> -part.getValue())
                        .thenComparing(
                                part -> clusters.get(part.getKey()).members().get(0)))
                .map(Map.Entry::getKey);
    }

    /** UUIDv7 begins with its time, most significant first; {@link UUID#compareTo} compares signed and would not do. */
    static final Comparator<UUID> AGE = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    public References {
        byCluster = List.copyOf(byCluster);
        retired = Map.copyOf(retired);
        parted = Map.copyOf(parted);
    }
}
