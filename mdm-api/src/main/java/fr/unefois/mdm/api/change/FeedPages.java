package fr.unefois.mdm.api.change;

import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.store.ChangeFeed;
import fr.unefois.mdm.store.ChangeFeed.Cursor;
import fr.unefois.mdm.store.ChangeFeed.Entry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The feed as a call may be told it, with an account of what it is told. */
@Component
final class FeedPages {
    private final Gate gate;
    private final ChangeFeed feed;
    private final Subjects subjects;

    FeedPages(Gate gate, ChangeFeed feed, Subjects subjects) {
        this.gate = gate;
        this.feed = feed;
        this.subjects = subjects;
    }

    /**
     * @param shown those that the call is told
     * @param next behind the last one that was read, told or not
     * @param more whether there may be more to read at once
     */
    record Page(List<Entry> shown, Cursor next, boolean more) {}

    /** The next page, accounted for. */
    Page after(Call call, Cursor from, int limit) {
        Page page = look(call, from, limit);
        account(call, page.shown());
        return page;
    }

    /** The same, not accounted for: whoever goes on to tell of it keeps account of what is told. */
    Page look(Call call, Cursor from, int limit) {
        List<Entry> entries = feed.after(from, limit);
        Cursor next = entries.isEmpty() ? from : entries.get(entries.size() - 1).cursor();
        return new Page(subjects.shown(call, entries), next, entries.size() == limit);
    }

    void account(Call call, List<Entry> shown) {
        if (shown.isEmpty()) {
            return;
        }
        Map<UUID, Set<Attribute>> attributes = new HashMap<>();
        shown.forEach(entry -> attributes
                .computeIfAbsent(entry.change().event().ref(), any -> new HashSet<>())
                .addAll(EventTelling.readable(call, entry)));
        gate.account(call, attributes);
    }

    /** The place that the call was told as the next, or as the id of an event; the beginning where it names none. */
    Cursor place(Call call, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Cursor.START;
        }
        UUID place = call.references()
                .citizen(text)
                .orElseThrow(() -> new ProblemException(
                        Problem.MALFORMED,
                        "A place in the feed is the `next` of an earlier answer, or an event's `id`."));
        return new Cursor(place.getMostSignificantBits(), place.getLeastSignificantBits());
    }
}
