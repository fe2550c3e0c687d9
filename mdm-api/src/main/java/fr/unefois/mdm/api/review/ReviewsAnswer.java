package fr.unefois.mdm.api.review;

import fr.unefois.mdm.review.Reason;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the stewards' queue: first what may show somebody another's data, then the likeliest pair. */
@Schema(name = "Reviews")
record ReviewsAnswer(
        List<ReviewAnswer> reviews,
        @Schema(description = "How many are open in all") long open) {
    /**
     * Two citizens who may be one, by the strongest pair of their records; or one who may be two, by the pair that casts
     * doubt on it.
     *
     * @param version what a judgement is of; it changes with anything that a steward sees
     * @param matchWeight in bits
     * @param risk how many values of somebody else's a profile is expected to show until this is answered
     * @param waiting how many more questions about the same citizens come after this one
     */
    @Schema(name = "Review")
    record ReviewAnswer(
            String id,
            int version,
            double matchWeight,
            double matchProbability,
            Reason reason,
            double risk,
            int waiting,
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
