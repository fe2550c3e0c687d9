package fr.unefois.mdm.api.prefill;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form filled with what is known.
 *
 * @param known how many fields have a value
 * @param verifiedCount how many of them were certified
 */
@Schema(name = "Prefill")
public record PrefillAnswer(
        @Schema(example = "cantine") String form,
        String title,
        String notice,
        Map<String, FieldAnswer> fields,
        int known,
        int verifiedCount,
        int total) {
    /**
     * One field: a value and where it comes from, or why there is none.
     *
     * @param editable whether the person may correct it in the form
     * @param absent not-known, doubtful-link, outside-contract, no-ground, no-child
     */
    @Schema(name = "PrefilledField")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FieldAnswer(
            @Nullable @Schema(example = "NGUYỄN") String value,
            @Nullable Boolean verified,
            @Nullable Boolean editable,
            @Nullable @Schema(example = "portail") String source,
            @Nullable LocalDate since,
            @Nullable @Schema(example = "not-known") String absent) {
        static FieldAnswer absent(String reason) {
            return new FieldAnswer(null, null, null, null, null, reason);
        }

        @Override
        public String toString() {
            return "FieldAnswer[withheld]";
        }
    }
}
