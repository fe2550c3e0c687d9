package fr.unefois.mdm.api.problem;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/** A problem that does not repeat the address that was asked for, which the framework would add: it may hold a value. */
final class Nameless extends ProblemDetail {
    private static final long serialVersionUID = 1;

    Nameless(ProblemDetail detail) {
        super(detail);
    }

    @Override
    public void setInstance(@Nullable URI path) {
        // an occurrence that was logged has its name already; no other gets one
    }
}
