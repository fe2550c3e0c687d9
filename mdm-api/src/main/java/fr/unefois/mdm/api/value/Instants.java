package fr.unefois.mdm.api.value;

import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Instants as calls name them; Java counts a billion years farther than the base does, and no record is that old. */
public final class Instants {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Instants() {}

    /** @throws ProblemException 400, naming the member, where it is none */
    public static Instant parse(String member, String text) {
        try {
            return checked(member, OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            throw malformed(member);
        }
    }

    /** @throws ProblemException 400, naming the member, where the year is not of four digits */
    public static Instant checked(String member, Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw malformed(member);
        }
        return instant;
    }

    private static ProblemException malformed(String member) {
        return new ProblemException(Problem.MALFORMED, "`" + member + "` is an instant such as 2026-03-02T10:00:00Z.");
    }
}
