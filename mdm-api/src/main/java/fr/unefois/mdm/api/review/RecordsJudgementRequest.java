package fr.unefois.mdm.api.review;

import fr.unefois.mdm.record.Judgement;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a steward says of two records, whoever they belong to now. */
@Schema(name = "RecordsJudgement")
record RecordsJudgementRequest(
        @Nullable RecordName left,
        @Nullable RecordName right,
        Judgement.@Nullable Verdict verdict,
        @Nullable String comment) {
    @Override
    public String toString() {
        return "RecordsJudgementRequest[" + verdict + "]";
    }
}
