package fr.unefois.mdm.arrive;

import fr.unefois.mdm.change.Cause;
import fr.unefois.mdm.record.SourceKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Solves a component that a session holds, and writes what becomes of it. */
final class Resolving {
    private final Resolver resolver;

    Resolving(Walk walk) {
        this.resolver = new Resolver(walk);
    }

    /**
     * @param component all of it, held
     * @param changed those that are not as they were when they were last resolved; only their citizens are put together
     *     anew
     * @param former references of records that have just gone
     */
    Resolution resolve(
            Base.Session session,
            List<StoredRecord> component,
            Set<SourceKey> changed,
            Collection<UUID> former,
            Cause cause) {
        Set<UUID> past = new HashSet<>();
        List<SourceKey> keys = new ArrayList<>();
        for (StoredRecord record : component) {
            keys.add(record.record().key());
            past.addAll(record.past());
        }
        Map<UUID, Long> retired = past.isEmpty() ? Map.of() : session.retired(past, keys);
        Resolution resolution = resolver.resolve(
                component,
                session.judgements(keys),
                changed::contains,
                refs -> refs.isEmpty() ? Map.of() : session.citizens(refs),
                former,
                retired,
                session::newRef);
        session.apply(resolution, cause);
        return resolution;
    }

    static Set<UUID> touched(Resolution resolution) {
        Set<UUID> touched = new LinkedHashSet<>();
        resolution.changes().forEach(change -> {
            touched.add(change.ref());
            touched.addAll(change.others());
        });
        return touched;
    }
}
