package fr.unefois.mdm.api.problem;

import org.springframework.http.ProblemDetail;

/** Ends a call with a problem. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ProblemDetail detail;

    public ProblemException(Problem problem) {
        this(problem.detail());
    }

    /** @param sentence what is wrong and what to do; never holds a value that the client sent */
    public ProblemException(Problem problem, String sentence) {
        this(problem.detail(sentence));
    }

    public ProblemException(ProblemDetail detail) {
        super(detail.getDetail());
        this.detail = detail;
    }

    public ProblemDetail detail() {
        return detail;
    }
}
