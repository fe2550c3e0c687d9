package fr.unefois.mdm.api.profile;

import fr.unefois.mdm.api.profile.HistoryAnswer.RecordAnswer;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds a cluster together. A record is absent where the contract may not know its source.
 *
 * @param splitInto the references into which this one was split; then there is nothing else
 */
@Schema(name = "Why")
record WhyAnswer(
        String ref,
        @Nullable List<RecordAnswer> records,
        @Nullable List<LinkAnswer> links,
        @Nullable List<SaidAnswer> judgements,
        @Nullable List<String> splitInto) {
    /** @param matchWeight in bits */
    @Schema(name = "Link")
    record LinkAnswer(
            @Nullable RecordAnswer left,
            @Nullable RecordAnswer right,
            double matchWeight,
            double matchProbability,
            List<LineAnswer> explanation) {}

    /** @param weight in bits */
    @Schema(name = "LinkEvidence")
    record LineAnswer(
            @Schema(example = "birthDate") String comparison,
            @Schema(example = "exact") String level,
            @Schema(example = "14.0") double weight) {}

    @Schema(name = "JudgementInForce")
    record SaidAnswer(
            @Nullable RecordAnswer left,
            @Nullable RecordAnswer right,
            @Schema(example = "DIFFERENT") String verdict,
            String steward,
            Instant at,
            @Nullable String comment) {
        @Override
        public String toString() {
            return "SaidAnswer[" + verdict + "]";
        }
    }
}
