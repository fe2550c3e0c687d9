package fr.unefois.mdm.api.problem;

import java.net.URI;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** The problems that a client may meet. Their types are promises; their sentences are fixed, so that no value slips in. */
public enum Problem {
    MALFORMED(HttpStatus.BAD_REQUEST, "The request cannot be read."),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "A valid access token is needed."),
    FORBIDDEN(HttpStatus.FORBIDDEN, "This is not allowed to you."),
    OUTSIDE_CONTRACT(HttpStatus.FORBIDDEN, "The service contract does not allow this."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing here for you."),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This address does not know that method; see Allow."),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The answer is JSON; ask for application/json."),
    PAIR_CHANGED(HttpStatus.CONFLICT, "The pair has changed since it was shown; look at it again."),
    CONTRADICTED(
            HttpStatus.CONFLICT,
            "Judgements in force say the contrary: see `because`; take one of them back first, or leave it at that."),
    NOTHING_TO_DO(
            HttpStatus.CONFLICT,
            "There is nothing to decide: it is one citizen already, or the records are not some of the citizen's."),
    STILL_IN_PROGRESS(
            HttpStatus.CONFLICT,
            "The first call with this Idempotency-Key is still being answered; try again shortly."),
    NO_ACCOUNT(HttpStatus.CONFLICT, "The citizen has no record in a source of your sector."),
    GONE(HttpStatus.GONE, "The citizen's data are no longer held."),
    PRECONDITION_FAILED(
            HttpStatus.PRECONDITION_FAILED,
            "The record is not what If-Match or If-None-Match says it is; look at it again."),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The request is too large."),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The request's body is JSON; send application/json."),
    KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "This Idempotency-Key came with another request before; take a new one for each call."),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS, "The service contract allows no more for now."),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side; the instance finds it in our log."),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The service cannot answer at the moment; try again shortly.");

    private final HttpStatus status;
    private final String sentence;

    Problem(HttpStatus status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    /** The problem that stands for a status which the framework chose. */
    public static Problem of(HttpStatusCode status) {
        return Arrays.stream(values())
                .filter(problem -> problem.status.value() == status.value())
                .findFirst()
                .orElse(status.is4xxClientError() ? MALFORMED : INTERNAL);
    }

    public HttpStatus status() {
        return status;
    }

    public URI type() {
        return URI.create("urn:unefois:problem:"
                + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    public ProblemDetail detail() {
        return detail(sentence);
    }

    /** @param sentence what is wrong and what to do; never holds a value that the client sent */
    public ProblemDetail detail(String sentence) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, sentence);
        detail.setType(type());
        detail.setTitle(status.getReasonPhrase());
        return detail;
    }
}
