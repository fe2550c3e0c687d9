package fr.unefois.mdm.batch.link;

import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.bulk.BulkBase;
import fr.unefois.mdm.bulk.ForwardingBulkBase;
import fr.unefois.mdm.change.ChangeEvent;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Counts what a linking changes on its way into the base; it may keep it from getting there. */
final class WatchedBase extends ForwardingBulkBase {
    private final boolean writes;
    private final Consumer<Resolution> each;
    private final Map<ChangeEvent.Kind, Long> kinds = new EnumMap<>(ChangeEvent.Kind.class);
    private final Set<UUID> touched = new HashSet<>();

    /** @param each is told of every resolution */
    WatchedBase(BulkBase base, boolean writes, Consumer<Resolution> each) {
        super(base);
        this.writes = writes;
        this.each = each;
    }

    Changed changes() {
        return new Changed(
                count(ChangeEvent.Kind.CREATED),
                count(ChangeEvent.Kind.CHANGED),
                count(ChangeEvent.Kind.MERGED),
                count(ChangeEvent.Kind.SPLIT),
                count(ChangeEvent.Kind.RETIRED),
                touched.size());
    }

    private long count(ChangeEvent.Kind kind) {
        return kinds.getOrDefault(kind, 0L);
    }

    /** Under another model every link weighs a little more or less; nobody notices, unless values or citizens change. */
    private static boolean tells(ChangeEvent change) {
        return change.kind() != ChangeEvent.Kind.CHANGED || !change.attributes().isEmpty();
    }

    @Override
    public void apply(Iterator<Resolution> resolutions, Supplier<Iterator<Keyed>> keys) {
        Iterator<Resolution> counted = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return resolutions.hasNext();
            }

            @Override
            public Resolution next() {
                Resolution resolution = resolutions.next();
                resolution.changes().stream().filter(WatchedBase::tells).forEach(change -> {
                    kinds.merge(change.kind(), 1L, Long::sum);
                    touched.add(change.ref());
                });
                each.accept(resolution);
                return resolution;
            }
        };
        if (writes) {
            super.apply(counted, keys);
        } else {
            counted.forEachRemaining(resolution -> {});
        }
    }
}
