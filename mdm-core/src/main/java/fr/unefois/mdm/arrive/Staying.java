package fr.unefois.mdm.arrive;

import fr.unefois.mdm.cluster.Cluster;
import fr.unefois.mdm.record.SourceKey;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Which clusters are what they were, and so are their citizens: a golden record is a function of its records, of the
 * weights between them and of what was authored on them, and none of these has changed.
 */
final class Staying {
    private final Map<SourceKey, UUID> before;
    private final Predicate<SourceKey> changed;
    private final Set<UUID> had;
    private final Map<UUID, Integer> sizes = new HashMap<>();

    /**
     * @param before the references that the records had
     * @param changed which records are not what they were
     * @param former references that have just lost a record
     */
    Staying(Map<SourceKey, UUID> before, Predicate<SourceKey> changed, Collection<UUID> former) {
        this.before = before;
        this.changed = changed;
        before.values().forEach(ref -> sizes.merge(ref, 1, Integer::sum));
        former.forEach(sizes::remove);
        had = new HashSet<>(before.values());
        had.addAll(former);
    }

    boolean stays(Cluster cluster, UUID ref) {
        List<SourceKey> members = cluster.members();
        return sizes.getOrDefault(ref, 0) == members.size()
                && members.stream().allMatch(member -> ref.equals(before.get(member)) && !changed.test(member));
    }

    /** The references that clusters had before and have still, and that are not what they were. */
    Set<UUID> leaving(List<Cluster> clusters, List<UUID> refs) {
        Set<UUID> leaving = new HashSet<>();
        for (int i = 0; i < refs.size(); i++) {
            if (had.contains(refs.get(i)) && !stays(clusters.get(i), refs.get(i))) {
                leaving.add(refs.get(i));
            }
        }
        return Collections.unmodifiableSet(leaving);
    }
}
