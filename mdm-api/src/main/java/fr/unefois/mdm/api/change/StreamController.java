package fr.unefois.mdm.api.change;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The change feed as it happens, for clients who stay on the line. */
@RestController
@Tag(name = "Changes")
final class StreamController {
    private static final int HOUR = 3600;

    private final Gate gate;
    private final ChangeStreams streams;

    StreamController(Gate gate, ChangeStreams streams) {
        this.gate = gate;
        this.streams = streams;
    }

    @GetMapping(value = "/v1/changes/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @io.swagger.v3.oas.annotations.Operation(
            summary = "What changes, as it happens",
            description =
                    "The feed of `/v1/changes` as server-sent events: each `change` has the CloudEvent as its data and "
                            + "its place as its id. `Last-Event-ID` (or `after`) goes on behind that place; without, the feed begins "
                            + "at its beginning. A comment says after 15 seconds of silence that the stream is there. It ends with "
                            + "the token, with the service, and after an hour: come back with the last id.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject("""
                                    id:AbB9v3m0l7Jx3cO1m0Jf7q1
                                    event:change
                                    data:{"specversion":"1.0","type":"fr.unefois.citizen.changed"}
                                    """))))
    SseEmitter stream(
            Caller caller,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer seconds,
            HttpServletResponse response) {
        gate.resume(caller, Operation.CHANGES);
        if (seconds != null && (seconds < 0 || seconds > HOUR)) {
            throw new ProblemException(Problem.MALFORMED, "`seconds` is from 0 to " + HOUR + ".");
        }
        SseEmitter emitter =
                streams.open(caller, last == null ? after : last, seconds == null ? null : Duration.ofSeconds(seconds));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // a proxy that gathers would hold events back
        return emitter;
    }
}
