package fr.unefois.mdm.api.source;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.lines.LineAnswer;
import fr.unefois.mdm.api.lines.Lines;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.api.repeat.Repeats;
import fr.unefois.mdm.record.SourceKey;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Business applications feed their own source, a record at a time; each is resolved before the answer. */
@RestController
@Tag(name = "Sources")
final class SourceController {
    private final Gate gate;
    private final RecordWriting writing;
    private final Repeats repeats;
    private final Lines lines;

    SourceController(Gate gate, RecordWriting writing, Repeats repeats, Lines lines) {
        this.gate = gate;
        this.writing = writing;
        this.repeats = repeats;
        this.lines = lines;
    }

    @PutMapping("/v1/sources/{source}/records/{id}")
    @io.swagger.v3.oas.annotations.Operation(
            summary = "Say what a source now knows of a citizen",
            description =
                    "Replaces the record. The answer says what it did: 201 when it made a citizen nobody knew. Its "
                            + "`ETag` names what is kept now: with `If-Match` a later call replaces that and nothing else, with "
                            + "`If-None-Match: *` a call only makes a record, never replaces one; else 412. An `Idempotency-Key` "
                            + "answers a second try of the same call as the first, for 24 hours.")
    ResponseEntity<EffectAnswer> put(
            Caller caller,
            @PathVariable String source,
            @PathVariable String id,
            @RequestBody RecordRequest request,
            @RequestHeader(name = Repeats.HEADER, required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String noneMatch) {
        Call call = gate.open(caller, Operation.WRITE);
        RecordWriting.Asked asked = writing.asked(call, source, id, request);
        Conditions conditions = conditions(call, match, noneMatch);
        return repeats.once(
                call,
                key,
                Arrays.asList("PUT", source, id, request, match, noneMatch),
                EffectAnswer.class,
                () -> writing.put(call, asked, conditions),
                EffectAnswer::refs);
    }

    @DeleteMapping("/v1/sources/{source}/records/{id}")
    @io.swagger.v3.oas.annotations.Operation(
            summary = "Say that a source no longer has a record",
            description =
                    "Doing so twice changes nothing and is no error. `If-Match` and `Idempotency-Key` as with PUT.")
    ResponseEntity<EffectAnswer> delete(
            Caller caller,
            @PathVariable String source,
            @PathVariable String id,
            @RequestHeader(name = Repeats.HEADER, required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match) {
        Call call = gate.open(caller, Operation.WRITE);
        SourceKey record = writing.asked(call, source, id);
        Conditions conditions = conditions(call, match, null);
        return repeats.once(
                call,
                key,
                Arrays.asList("DELETE", source, id, match),
                EffectAnswer.class,
                () -> writing.delete(call, record, conditions),
                EffectAnswer::refs);
    }

    @PostMapping(value = "/v1/sources/{source}/records", consumes = Lines.NDJSON, produces = Lines.NDJSON)
    @io.swagger.v3.oas.annotations.Operation(
            summary = "Say what a source now knows of many citizens",
            operationId = "putLines",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = Lines.NDJSON,
                                            schema = @Schema(implementation = RecordLine.class))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = Lines.NDJSON,
                                            schema = @Schema(implementation = LineAnswer.class))),
            description =
                    "As NDJSON a record a line with its `id`, or an `id` with `deleted: true`; 10,000 at most, and an "
                            + "answer a line in the same order: `line`, `status`, `etag`, and `answer` or `problem`. Each line is a "
                            + "call of its own. Sending all again changes nothing.")
    void lines(Caller caller, @PathVariable String source, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        gate.granted(gate.policy().write(gate.resume(caller, Operation.WRITE).granted(), source, Set.of()));
        lines.answer(request, response, RecordLine.class, RecordLine::id, line -> one(caller, source, line));
    }

    private ResponseEntity<EffectAnswer> one(Caller caller, String source, RecordLine line) {
        Call call = gate.open(caller, Operation.WRITE);
        Conditions none = conditions(call, null, null);
        if (!Boolean.TRUE.equals(line.deleted())) {
            return writing.put(call, writing.asked(call, source, line.id(), line.request()), none);
        }
        if (line.attributes() != null || line.asOf() != null || line.relations() != null) {
            throw new ProblemException(Problem.MALFORMED, "A line that is `deleted` has its `id` and nothing else.");
        }
        return writing.delete(call, writing.asked(call, source, line.id()), none);
    }

    private static Conditions conditions(Call call, @Nullable String match, @Nullable String noneMatch) {
        return new Conditions(match, noneMatch, record -> RecordTag.of(record, call));
    }
}
