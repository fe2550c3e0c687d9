package fr.unefois.mdm.api.change;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.store.ChangeFeed;
import fr.unefois.mdm.store.ChangeFeed.Cursor;
import fr.unefois.mdm.store.ChangeFeed.Entry;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The change feed, for clients who remember how far they are. */
@RestController
@Tag(name = "Changes")
final class ChangeController {
    private static final int MOST = 500;

    private final Gate gate;
    private final ChangeFeed feed;
    private final Subjects subjects;

    ChangeController(Gate gate, ChangeFeed feed, Subjects subjects) {
        this.gate = gate;
        this.feed = feed;
        this.subjects = subjects;
    }

    @GetMapping("/v1/changes")
    @io.swagger.v3.oas.annotations.Operation(
            summary = "What changed since, of the citizens that the contract is about",
            description =
                    "CloudEvents 1.0, each at least once, each citizen's in their order. An event shows as soon as "
                            + "every transaction that was running when it was written has ended, so that none is skipped. "
                            + "Without `after` the feed begins at its beginning.")
    ChangesAnswer changes(
            Caller caller,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        Call call = gate.open(caller, Operation.CHANGES);
        if (limit < 1 || limit > MOST) {
            throw new ProblemException(Problem.MALFORMED, "`limit` is from 1 to " + MOST + ".");
        }
        Cursor from = after == null ? Cursor.START : cursor(call, after);
        List<Entry> entries = feed.after(from, limit);
        List<Entry> shown = subjects.shown(call, entries);
        account(call, shown);
        Cursor next = entries.isEmpty() ? from : entries.get(entries.size() - 1).cursor();
        EventTelling telling = new EventTelling(call);
        return new ChangesAnswer(
                shown.stream().map(telling::event).toList(), EventTelling.text(call, next), entries.size() == limit);
    }

    private void account(Call call, List<Entry> shown) {
        Map<UUID, Set<Attribute>> attributes = new HashMap<>();
        shown.forEach(entry -> attributes
                .computeIfAbsent(entry.change().event().ref(), any -> new HashSet<>())
                .addAll(EventTelling.readable(call, entry)));
        gate.account(call, attributes);
    }

    private static Cursor cursor(Call call, String text) {
        UUID place = call.references()
                .citizen(text)
                .orElseThrow(
                        () -> new ProblemException(Problem.MALFORMED, "`after` is the `next` of an earlier answer."));
        return new Cursor(place.getMostSignificantBits(), place.getLeastSignificantBits());
    }
}
