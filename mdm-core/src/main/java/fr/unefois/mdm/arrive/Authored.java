package fr.unefois.mdm.arrive;

import fr.unefois.mdm.record.AuthoredValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Which cluster of a component each authored value belongs to: the one with most of the records that carry it. */
final class Authored {
    private final Map<Integer, List<AuthoredValue>> byCluster = new HashMap<>();

    /** @param clusters of each its records, in the order in which ties are decided */
    Authored(List<List<StoredRecord>> clusters) {
        record Home(AuthoredValue value, int cluster, long carriers) {}
        Map<UUID, Home> homes = new TreeMap<>();
        for (int cluster = 0; cluster < clusters.size(); cluster++) {
            Map<UUID, Home> here = new TreeMap<>();
            for (StoredRecord one : clusters.get(cluster)) {
                for (AuthoredValue value : one.authored()) {
                    Home known = here.get(value.id());
                    here.put(value.id(), new Home(value, cluster, known == null ? 1 : known.carriers + 1));
                }
            }
            here.forEach((id, home) ->
                    homes.merge(id, home, (known, other) -> other.carriers > known.carriers ? other : known));
        }
        homes.values()
                .forEach(home -> byCluster
                        .computeIfAbsent(home.cluster, none -> new ArrayList<>())
                        .add(home.value));
    }

    /** Those of a cluster, the latest first. */
    List<AuthoredValue> of(int cluster) {
        return byCluster.getOrDefault(cluster, List.of()).stream()
                .sorted(Comparator.comparing(AuthoredValue::at).reversed().thenComparing(AuthoredValue::id))
                .toList();
    }
}
