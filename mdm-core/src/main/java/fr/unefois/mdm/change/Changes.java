package fr.unefois.mdm.change;

import fr.unefois.mdm.golden.GoldenRecord;
import fr.unefois.mdm.record.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Golden before and after to events, in the order in which they happened to the citizen. */
public final class Changes {
    private Changes() {}

    /**
     * @param before null for a citizen who was not known
     * @param mergedIn references that this one answers for from now on
     * @param parted references that took records from this one
     */
    public static List<ChangeEvent> between(
            UUID ref, @Nullable GoldenRecord before, GoldenRecord after, List<UUID> mergedIn, List<UUID> parted) {
        Set<Attribute> differing = differing(before, after);
        List<ChangeEvent> events = new ArrayList<>();
        if (before == null) {
            events.add(new ChangeEvent(ref, ChangeEvent.Kind.CREATED, differing, List.of()));
        }
        if (!mergedIn.isEmpty()) {
            events.add(new ChangeEvent(ref, ChangeEvent.Kind.MERGED, differing, mergedIn));
        }
        if (!parted.isEmpty()) {
            events.add(new ChangeEvent(ref, ChangeEvent.Kind.SPLIT, differing, parted));
        }
        // With every version comes its event: a record that joined without a new value is part of the story too.
        if (events.isEmpty() && !after.equals(before)) {
            events.add(new ChangeEvent(ref, ChangeEvent.Kind.CHANGED, differing, List.of()));
        }
        return events;
    }

    /** The same of a reference that comes back: it is none that nobody knew. */
    public static List<ChangeEvent> restored(List<ChangeEvent> events) {
        return events.stream()
                .map(event -> event.kind() == ChangeEvent.Kind.CREATED
                        ? new ChangeEvent(event.ref(), ChangeEvent.Kind.RESTORED, event.attributes(), event.others())
                        : event)
                .toList();
    }

    private static Set<Attribute> differing(@Nullable GoldenRecord before, GoldenRecord after) {
        if (before == null) {
            return after.attributes().keySet();
        }
        Set<Attribute> attributes = new TreeSet<>(before.attributes().keySet());
        attributes.addAll(after.attributes().keySet());
        attributes.removeIf(attribute -> before.values(attribute).equals(after.values(attribute)));
        return attributes;
    }
}
