package fr.unefois.mdm.api.identity;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.api.access.Answering;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.lines.LineAnswer;
import fr.unefois.mdm.api.lines.Lines;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.store.Citizens;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** From one source's identifier to the citizen, and on to the other sources. */
@RestController
@Tag(name = "Crosswalk")
final class CrosswalkController {
    private final Gate gate;
    private final Citizens citizens;
    private final Answering answering;
    private final Screens screens;
    private final Lines lines;

    CrosswalkController(Gate gate, Citizens citizens, Answering answering, Screens screens, Lines lines) {
        this.gate = gate;
        this.citizens = citizens;
        this.answering = answering;
        this.screens = screens;
        this.lines = lines;
    }

    @GetMapping("/v1/crosswalk/{source}/{sourceId}")
    @io.swagger.v3.oas.annotations.Operation(
            summary = "What is he called in the other systems?",
            description = "The reference behind a source's own identifier, and the same citizen's identifiers in the "
                    + "sources that the contract names.")
    CrosswalkAnswer byPath(Caller caller, @PathVariable String source, @PathVariable String sourceId) {
        return crosswalk(caller, new SourceKey(source, sourceId));
    }

    @GetMapping("/v1/crosswalk")
    @io.swagger.v3.oas.annotations.Operation(
            summary = "The same, for identifiers that do not fit into a path",
            operationId = "crosswalkByQuery")
    CrosswalkAnswer byQuery(Caller caller, @RequestParam String source, @RequestParam String id) {
        return crosswalk(caller, new SourceKey(source, id));
    }

    @PostMapping(value = "/v1/crosswalk", consumes = Lines.NDJSON, produces = Lines.NDJSON)
    @io.swagger.v3.oas.annotations.Operation(
            summary = "The same for many",
            operationId = "crosswalkLines",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = Lines.NDJSON,
                                            schema = @Schema(implementation = IdentifierRequest.class))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = Lines.NDJSON,
                                            schema = @Schema(implementation = LineAnswer.class))),
            description =
                    "As NDJSON a `source` and an `id` a line, 10,000 at most, and an answer a line in the same order: "
                            + "`line`, `status`, and `answer` or `problem`. Each line is a call of its own.")
    void byLines(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        gate.resume(caller, Operation.CROSSWALK);
        lines.answer(request, response, IdentifierRequest.class, any -> null, one -> {
            if (one.source() == null || one.id() == null) {
                throw new ProblemException(Problem.MALFORMED, "A line has a `source` and an `id`.");
            }
            return ResponseEntity.ok(crosswalk(caller, new SourceKey(one.source(), one.id())));
        });
    }

    private CrosswalkAnswer crosswalk(Caller caller, SourceKey key) {
        Call call = gate.open(caller, Operation.CROSSWALK);
        gate.granted(gate.policy().crosswalk(call.granted(), key.source()));
        if (SourceKey.faultOf(key.id()).isPresent()) {
            throw gate.nobody(call); // no record can be named so
        }
        Citizen citizen = answering.answering(call, citizens.refOf(key).orElseThrow(() -> gate.nobody(call)));
        if (!gate.knows(call, citizen)) {
            throw gate.nobody(call);
        }
        List<SourceKey> visible = gate.shows(call, citizen)
                ? gate.policy().crosswalk(call.contract(), citizen.golden())
                : List.of(); // where only citizens themselves may ask, the reference is all
        gate.account(call, citizen.ref(), Set.of(Attribute.IDENTIFIERS));
        return new CrosswalkAnswer(
                call.ref(citizen.ref()),
                visible.stream()
                        .map(one -> new CrosswalkAnswer.IdentifierAnswer(
                                one.source(), one.id(), screens.of(one).orElse(null)))
                        .toList());
    }
}
