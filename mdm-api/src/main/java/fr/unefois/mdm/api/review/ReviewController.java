package fr.unefois.mdm.api.review;

import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.api.repeat.Repeats;
import fr.unefois.mdm.arrive.Arrival;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.store.Reviews.Review;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The stewards' queue. Values are for the console alone: here are references and evidence. */
@RestController
@Tag(name = "Reviews")
final class ReviewController {
    private static final int MOST = 200;

    private final ReviewQueue queue;
    private final Gate gate;
    private final ReviewMapper mapper;
    private final Repeats repeats;

    ReviewController(ReviewQueue queue, Gate gate, ReviewMapper mapper, Repeats repeats) {
        this.queue = queue;
        this.gate = gate;
        this.mapper = mapper;
        this.repeats = repeats;
    }

    @GetMapping("/v1/reviews")
    @Operation(
            summary = "The questions that wait for a steward",
            description = "First what may show somebody another's data, then the likeliest. Nobody is in two of them.")
    ReviewsAnswer reviews(
            Caller caller, @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "50") int limit) {
        Call call = queue.open(caller);
        if (offset < 0 || limit < 1 || limit > MOST) {
            throw new ProblemException(Problem.MALFORMED, "`offset` is from 0, `limit` from 1 to " + MOST + ".");
        }
        return new ReviewsAnswer(
                queue.tasks(call, offset, limit).stream()
                        .map(review -> mapper.review(review, null, call, gate))
                        .toList(),
                queue.count());
    }

    @GetMapping("/v1/reviews/{id}")
    @Operation(summary = "One pair, with its evidence in bits")
    ResponseEntity<ReviewsAnswer.ReviewAnswer> review(Caller caller, @PathVariable String id) {
        Call call = queue.open(caller);
        Review review = queue.task(call, id, List.of());
        return ResponseEntity.ok()
                .eTag(Integer.toString(review.version()))
                .body(mapper.review(
                        review, mapper.explanation(review.task().pair().evidence()), call, gate));
    }

    @PostMapping("/v1/reviews/{id}/judgement")
    @Operation(
            summary = "Decide: SAME, DIFFERENT or UNSURE",
            description = "Outranks the score from now on. 409 when the pair changed since the version that was shown.")
    ResponseEntity<JudgedAnswer> judge(
            Caller caller,
            @PathVariable String id,
            @RequestBody JudgementRequest request,
            @RequestHeader(name = Repeats.HEADER, required = false) @Nullable String key) {
        Call call = queue.open(caller);
        if (request.verdict() == null || request.verdict() == Judgement.Verdict.WITHDRAWN) {
            throw new ProblemException(
                    Problem.MALFORMED,
                    "`verdict` is SAME, DIFFERENT or UNSURE; it is taken back at POST /v1/judgements.");
        }
        Judgement.Verdict verdict = request.verdict();
        return repeats.once(
                call,
                key,
                List.of("review", id, request),
                JudgedAnswer.class,
                () -> ResponseEntity.ok(
                        told(call, queue.judge(call, id, request.version(), verdict, request.comment()))),
                JudgedAnswer::refs);
    }

    private static JudgedAnswer told(Call call, Arrival arrival) {
        return new JudgedAnswer(
                arrival.effect().name(), arrival.refs().stream().map(call::ref).toList());
    }
}
