package fr.unefois.mdm.arrive;

import fr.unefois.mdm.compare.ScoredPair;
import java.util.List;
import java.util.UUID;

/**
 * Who somebody is, as far as the base can tell.
 *
 * @param candidates the likeliest first; each by its strongest record
 */
public record Resolved(Outcome outcome, List<Candidate> candidates) {
    public enum Outcome {
        /** One citizen, beyond doubt. */
        MATCH,
        /** Somebody, or several, in doubt. */
        POSSIBLE,
        NONE
    }

    /** @param pair the asked record against the citizen's record that resembles it most */
    public record Candidate(UUID ref, ScoredPair pair) {}

    public Resolved {
        candidates = List.copyOf(candidates);
    }
}
