package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Resolution;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What of a resolution is written whole or not at all: citizens who had a record in common, before or after. Two who have
 * not may be written one without the other, though they were resolved together.
 */
final class BulkParts {
    private final Map<UUID, UUID> parents = new HashMap<>();
    private final Map<UUID, Long> numbers = new HashMap<>();
    private long last;

    /** @param last the number of the last part before */
    BulkParts(Resolution resolution, long last) {
        this.last = last;
        resolution.membership().forEach((record, ref) -> {
            UUID had = resolution.had().get(record);
            join(ref, had == null ? ref : had);
        });
        resolution.retired().forEach((ref, into) -> into.forEach(other -> join(ref, other)));
    }

    private void join(UUID one, UUID other) {
        UUID root = root(one);
        parents.put(root(other), root);
    }

    private UUID root(UUID ref) {
        UUID root = ref;
        for (UUID next = parents.getOrDefault(root, root); !next.equals(root); ) {
            root = next;
            next = parents.getOrDefault(root, root);
        }
        if (!root.equals(ref)) {
            parents.put(ref, root);
        }
        return root;
    }

    /** The part of a citizen, numbered from the one after the last before. */
    long part(UUID ref) {
        return numbers.computeIfAbsent(root(ref), first -> ++last);
    }

    /** The number of the last part so far. */
    long last() {
        return last;
    }
}
