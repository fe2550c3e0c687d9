package fr.unefois.mdm.api.profile;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.arrive.Base;
import fr.unefois.mdm.arrive.Walks;
import fr.unefois.mdm.arrive.Why;
import fr.unefois.mdm.change.Recorded;
import fr.unefois.mdm.store.Histories;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How a golden record came to be, and why its records are together. */
@RestController
@Tag(name = "Profiles")
final class HistoryController {
    private static final int LATEST = 200;

    private final Gate gate;
    private final Following following;
    private final Histories histories;
    private final Base base;
    private final Walks walks;

    HistoryController(Gate gate, Following following, Histories histories, Base base, Walks walks) {
        this.gate = gate;
        this.following = following;
        this.histories = histories;
        this.base = base;
        this.walks = walks;
    }

    @GetMapping("/v1/profiles/{ref}/history")
    @io.swagger.v3.oas.annotations.Operation(
            summary = "What happened to this golden record, and by which cause",
            description = "The latest 200, latest first; attributes by name, their values with `?at=` on the profile.")
    @Nullable
    ResponseEntity<HistoryAnswer> history(Caller caller, @PathVariable String ref) {
        Call call = gate.open(caller, Operation.HISTORY);
        HistoryTelling telling = new HistoryTelling(call, gate.policy());
        return following.answer(
                call,
                ref,
                "/history",
                citizen -> {
                    List<Recorded> story = histories.story(citizen.ref(), LATEST);
                    gate.account(call, citizen.ref(), Set.of());
                    return ResponseEntity.ok(new HistoryAnswer(
                            ref, story.stream().map(telling::event).toList(), null));
                },
                into -> new HistoryAnswer(ref, null, into));
    }

    @GetMapping("/v1/profiles/{ref}/why")
    @io.swagger.v3.oas.annotations.Operation(
            summary = "Why these records are together",
            description =
                    "The pairs that hold them, the strongest first, with their evidence in bits, and what stewards "
                            + "said. A source that the contract may not know is not named.")
    @Nullable
    ResponseEntity<WhyAnswer> why(Caller caller, @PathVariable String ref) {
        Call call = gate.open(caller, Operation.HISTORY);
        HistoryTelling telling = new HistoryTelling(call, gate.policy());
        return following.answer(
                call,
                ref,
                "/why",
                citizen -> {
                    Why why = Why.of(citizen.ref(), base, walks.inForce().walk())
                            .orElseThrow(() -> new ProblemException(Problem.PAIR_CHANGED));
                    gate.account(call, citizen.ref(), Set.of());
                    return ResponseEntity.ok(telling.why(ref, why));
                },
                into -> new WhyAnswer(ref, null, null, null, into));
    }
}
