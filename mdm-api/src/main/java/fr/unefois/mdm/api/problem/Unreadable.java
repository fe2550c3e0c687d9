package fr.unefois.mdm.api.problem;

import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Why a body cannot be read, and where; the parser's own words quote it, so none of them is repeated. */
final class Unreadable {
    private Unreadable() {}

    static ProblemDetail problem(HttpMessageNotReadableException e) {
        return e.getCause() == null ? Problem.MALFORMED.detail("The request has no body.") : problem(e.getCause());
    }

    static ProblemDetail problem(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof DatabindException && cause.getCause() instanceof JacksonException inner) {
            cause = inner;
        }
        if (cause instanceof StreamConstraintsException) {
            return Problem.TOO_LARGE.detail("The body is too large, or nested too deeply.");
        }
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return Problem.MALFORMED.detail(
                    "The body holds a member that is not known" + place(unknown) + known(unknown));
        }
        if (cause instanceof StreamReadException broken) {
            return Problem.MALFORMED.detail("The body is no JSON, or names a member twice" + place(broken) + ".");
        }
        if (cause instanceof JacksonException wrong) {
            return Problem.MALFORMED.detail(
                    "The body holds a value of another kind than is wanted" + place(wrong) + ".");
        }
        return Problem.MALFORMED.detail();
    }

    private static String place(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        return at == null || at.getLineNr() < 1 ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** The names of our own records' members. */
    private static String known(UnrecognizedPropertyException e) {
        Collection<Object> known = e.getKnownPropertyIds();
        return known == null
                ? "."
                : "; known there are "
                        + known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", ")) + ".";
    }
}
