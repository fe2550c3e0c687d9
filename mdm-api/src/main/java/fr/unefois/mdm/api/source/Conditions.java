package fr.unefois.mdm.api.source;

import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.record.CitizenRecord;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of RFC 9110 under which a record may be written, by the tag of what is kept until now.
 *
 * @param match {@code If-Match}
 * @param noneMatch {@code If-None-Match}
 * @param tag the tag of a record, without quotes
 */
record Conditions(@Nullable String match, @Nullable String noneMatch, Function<CitizenRecord, String> tag)
        implements Predicate<Optional<CitizenRecord>> {
    private static final Pattern TAG = Pattern.compile("\\s*(W/)?\"([\\x21\\x23-\\x7e]*)\"\\s*(?:,|$)");
    private static final int LONGEST = 2000;

    Conditions {
        check("If-Match", match);
        check("If-None-Match", noneMatch);
    }

    @Override
    public boolean test(Optional<CitizenRecord> kept) {
        return (match == null || names(match, kept, false)) && (noneMatch == null || !names(noneMatch, kept, true));
    }

    private boolean names(String header, Optional<CitizenRecord> kept, boolean weakly) {
        if (kept.isEmpty() || header.strip().equals("*")) {
            return kept.isPresent();
        }
        String current = tag.apply(kept.get());
        Matcher matcher = TAG.matcher(header);
        while (matcher.find()) {
            if ((weakly || matcher.group(1) == null) && current.equals(matcher.group(2))) {
                return true;
            }
        }
        return false;
    }

    private static void check(String name, @Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return;
        }
        Matcher matcher = TAG.matcher(header);
        int end = 0;
        while (header.length() <= LONGEST && end < header.length() && matcher.find(end) && matcher.start() == end) {
            end = matcher.end();
        }
        if (end == 0 || end < header.length()) {
            throw new ProblemException(
                    Problem.MALFORMED, "`" + name + "` is *, or ETags in quotes, separated by commas.");
        }
    }
}
