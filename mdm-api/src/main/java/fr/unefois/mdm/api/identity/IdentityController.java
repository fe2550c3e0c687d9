package fr.unefois.mdm.api.identity;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.lines.LineAnswer;
import fr.unefois.mdm.api.lines.Lines;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.api.value.AttributesReader;
import fr.unefois.mdm.api.value.FranceConnect;
import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Resolved;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Value;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who is this? */
@RestController
@Tag(name = "Identities")
final class IdentityController {
    /** No source has this name, so the asked record is never taken for a stored one. */
    private static final SourceKey ASKED = new SourceKey("", "asked");

    /** Two methods, one call: the description holds them together. */
    private static final String SUMMARY = "Who is this?";

    private static final String DESCRIPTION =
            "Finds the citizen that a description fits, with the evidence in bits. Writes nothing. Takes canonical "
                    + "attributes or FranceConnect's claims; three at least, a family name or an identifier among them. "
                    + "As NDJSON a description a line, 10,000 at most, and an answer a line in the same order: `line`, "
                    + "`status`, and `answer` or `problem`; each line is a call of its own for rights, rates and account.";

    private static final int CANDIDATES = 10;
    private static final int FEWEST = 3;
    private static final Set<Attribute> NAMING =
            Set.of(Attribute.BIRTH_NAME, Attribute.USAGE_NAME, Attribute.IDENTIFIERS);

    private final Gate gate;
    private final Arrivals arrivals;
    private final IdentityMapper mapper;
    private final Lines lines;

    IdentityController(Gate gate, Arrivals arrivals, IdentityMapper mapper, Lines lines) {
        this.gate = gate;
        this.arrivals = arrivals;
        this.mapper = mapper;
        this.lines = lines;
    }

    @PostMapping(value = "/v1/identities/resolve", consumes = MediaType.APPLICATION_JSON_VALUE)
    @io.swagger.v3.oas.annotations.Operation(summary = SUMMARY, operationId = "resolve", description = DESCRIPTION)
    ResolveAnswer resolve(Caller caller, @RequestBody ResolveRequest request) {
        Call call = gate.open(caller, Operation.RESOLVE);
        Map<String, @Nullable Object> described = request.attributes() == null ? Map.of() : request.attributes();
        Map<Attribute, List<Value>> attributes = AttributesReader.canonical(FranceConnect.canonical(described));
        gate.granted(gate.policy().search(call.granted(), attributes.keySet()));
        if (attributes.size() < FEWEST || Collections.disjoint(attributes.keySet(), NAMING)) {
            throw new ProblemException(
                    Problem.MALFORMED,
                    "Describe the person by three attributes at least, birthName, usageName or identifiers among them.");
        }
        Resolved resolved = arrivals.resolve(new CitizenRecord(ASKED, null, attributes), CANDIDATES, gate.asker(call));
        if (resolved.outcome() == Resolved.Outcome.NONE) {
            gate.missed(call);
        }
        account(call, resolved);
        boolean explained = gate.allows(caller, Operation.EXPLAIN);
        return new ResolveAnswer(
                resolved.outcome().name(),
                resolved.candidates().stream()
                        .map(candidate -> mapper.candidate(
                                candidate,
                                call.ref(candidate.ref()),
                                explained ? mapper.explanation(candidate.pair().evidence()) : null))
                        .toList());
    }

    @PostMapping(value = "/v1/identities/resolve", consumes = Lines.NDJSON, produces = Lines.NDJSON)
    @io.swagger.v3.oas.annotations.Operation(
            summary = SUMMARY,
            operationId = "resolve",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = Lines.NDJSON,
                                            schema = @Schema(implementation = ResolveRequest.class))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = Lines.NDJSON,
                                            schema = @Schema(implementation = LineAnswer.class))),
            description = DESCRIPTION)
    void resolveLines(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        gate.resume(caller, Operation.RESOLVE);
        lines.answer(
                request, response, ResolveRequest.class, any -> null, one -> ResponseEntity.ok(resolve(caller, one)));
    }

    /** A candidate is shown, though without a value: each citizen has a row. */
    private void account(Call call, Resolved resolved) {
        Map<UUID, Set<Attribute>> shown = new HashMap<>();
        resolved.candidates().forEach(candidate -> shown.put(candidate.ref(), Set.of()));
        gate.account(call, shown);
    }
}
