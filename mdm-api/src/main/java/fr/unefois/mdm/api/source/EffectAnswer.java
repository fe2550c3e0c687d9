package fr.unefois.mdm.api.source;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What the call did.
 *
 * @param refs the citizens it touched, first the one to whom the record belongs
 * @param flaws values that are kept and not matched on
 */
@Schema(name = "Effect")
record EffectAnswer(
        @Schema(allowableValues = {"CREATED", "MATCHED", "MERGED", "SPLIT", "UNCHANGED", "REMOVED"})
        String effect,

        List<String> refs,
        List<FlawAnswer> flaws) {
    @Schema(name = "Flaw")
    record FlawAnswer(
            @Schema(example = "birthDate") String attribute,
            @Schema(example = "not-a-date") String rule) {}
}
