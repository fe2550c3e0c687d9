package fr.unefois.mdm.api.lines;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/**
 * The answer to one line.
 *
 * @param line which line it answers, from 1
 * @param status as the call alone would have
 * @param etag as the call alone would have
 * @param answer what the call alone answers; absent where there is a problem
 */
@Schema(name = "LineAnswer")
public record LineAnswer(
        int line,
        int status,
        @Nullable String etag,
        @Nullable Object answer,
        @Nullable ProblemDetail problem) {
    static LineAnswer of(int line, ProblemDetail problem) {
        return new LineAnswer(line, problem.getStatus(), null, null, problem);
    }

    @Override
    public String toString() {
        return "LineAnswer[" + line + " " + status + "]";
    }
}
