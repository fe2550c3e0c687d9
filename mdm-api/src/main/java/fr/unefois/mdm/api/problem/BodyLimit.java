package fr.unefois.mdm.api.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body that is announced as too large before anything of it is read; one citizen's data are a few kilobytes. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BodyLimit extends OncePerRequestFilter {
    /** In bytes. */
    private static final long MOST = 1 << 20;

    /** Where a body is many lines, each a call of its own. */
    private static final long MOST_IN_LINES = 16 << 20;

    private static final String LINES = "application/x-ndjson";

    private final ProblemWriter problems;

    BodyLimit(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > most(request)) {
            problems.write(response, Problem.TOO_LARGE.detail());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static long most(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(LINES) ? MOST_IN_LINES : MOST;
    }
}
