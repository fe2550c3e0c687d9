package fr.unefois.mdm.api.review;

import fr.unefois.mdm.record.Judgement;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a steward decides of a pair.
 *
 * @param version the version that was shown; when absent, the pair as it stands
 */
@Schema(name = "Judgement", example = "{\"verdict\": \"SAME\", \"comment\": \"same signature\", \"version\": 0}")
record JudgementRequest(
        Judgement.@Nullable Verdict verdict,
        @Nullable String comment,
        @Nullable Integer version) {
    @Override
    public String toString() {
        return "JudgementRequest[" + verdict + "]";
    }
}
