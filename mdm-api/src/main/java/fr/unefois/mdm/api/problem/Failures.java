package fr.unefois.mdm.api.problem;

import fr.unefois.mdm.store.StoreFailure;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ProblemDetail;
import tools.jackson.core.JacksonException;

/** The problem that tells of whatever was thrown; what is our own fault is logged, and found by its instance. */
public final class Failures {
    private Failures() {}

    public static ProblemDetail problem(Exception e) {
        if (e instanceof ProblemException problem) {
            return problem.detail();
        }
        if (e instanceof JacksonException unreadable) {
            return Unreadable.problem(unreadable);
        }
        return logged(e instanceof StoreFailure ? Problem.UNAVAILABLE : Problem.INTERNAL, e);
    }

    static ProblemDetail logged(Problem problem, Exception e) {
        UUID instance = UUID.randomUUID();
        FailureLog.log("a call, instance " + instance + ",", e);
        ProblemDetail detail = problem.detail();
        detail.setInstance(URI.create("urn:uuid:" + instance));
        return detail;
    }
}
