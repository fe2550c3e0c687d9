package fr.unefois.mdm.api.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who the described person is, as far as the base can tell: the likeliest first. */
record ResolveAnswer(
        @Schema(allowableValues = {"MATCH", "POSSIBLE", "NONE"})
        String outcome,

        List<CandidateAnswer> candidates) {
    /**
     * @param matchWeight in bits: log2 of the odds that the two are one person
     * @param explanation a line a comparison; absent where the contract does not allow it
     */
    record CandidateAnswer(
            @Schema(example = "AYj3m0l7Jx3cO1m0Jf7q1d4") String ref,
            @Schema(example = "31.2") double matchWeight,
            @Schema(example = "0.99998") double matchProbability,
            @Nullable List<EvidenceAnswer> explanation) {}

    /** @param weight in bits */
    record EvidenceAnswer(
            @Schema(example = "birthName") String comparison,
            @Schema(example = "exact") String level,
            @Schema(example = "9.1") double weight) {}
}
