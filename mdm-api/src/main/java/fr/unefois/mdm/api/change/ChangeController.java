package fr.unefois.mdm.api.change;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import io.swagger.v3.oas.annotations.tags.Tag;
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
    private final FeedPages pages;

    ChangeController(Gate gate, FeedPages pages) {
        this.gate = gate;
        this.pages = pages;
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
        FeedPages.Page page = pages.after(call, pages.place(call, after), limit);
        EventTelling telling = new EventTelling(call);
        return new ChangesAnswer(
                page.shown().stream().map(telling::event).toList(), EventTelling.text(call, page.next()), page.more());
    }
}
