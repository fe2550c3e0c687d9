package fr.unefois.mdm.api.review;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the stewards' queue, the likeliest pair first. */
@Schema(name = "Reviews")
record ReviewsAnswer(
        List<ReviewAnswer> reviews,
        @Schema(description = "How many are open in all") long open) {
    /**
     * Two citizens who may be one, by the strongest pair of their records.
     *
     * @param version what a judgement is of; it changes with anything that a steward sees
     * @param matchWeight in bits
     */
    @Schema(name = "Review")
    record ReviewAnswer(
            String id,
            int version,
            double matchWeight,
            double matchProbability,
            SideAnswer left,
            SideAnswer right,
            Instant openedAt,
            @Nullable List<LineAnswer> explanation) {}

    /** @param source absent, with the id, where the contract may not know it */
    @Schema(name = "ReviewSide")
    record SideAnswer(
            String ref, @Nullable String source, @Nullable String id) {}

    /** @param weight in bits */
    @Schema(name = "ReviewEvidence")
    record LineAnswer(
            @Schema(example = "birthDate") String comparison,
            @Schema(example = "exact") String level,
            @Schema(example = "14.0") double weight) {}
}
