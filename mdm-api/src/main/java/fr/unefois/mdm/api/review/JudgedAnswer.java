package fr.unefois.mdm.api.review;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What a judgement did.
 *
 * @param refs the citizens to whom the two records now belong: one when they are the same
 */
@Schema(name = "Judged")
record JudgedAnswer(
        @Schema(allowableValues = {"MERGED", "SPLIT", "UNCHANGED"})
        String effect,

        List<String> refs) {}
