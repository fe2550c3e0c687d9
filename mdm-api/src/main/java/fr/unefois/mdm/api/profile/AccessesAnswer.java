package fr.unefois.mdm.api.profile;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** Who read or changed a citizen's data. */
@Schema(name = "Accesses")
record AccessesAnswer(String ref, List<AccessAnswer> accesses) {
    /**
     * @param service the service contract under which it happened
     * @param attributes the names of what was shown or changed
     */
    @Schema(name = "Access")
    record AccessAnswer(
            Instant at,
            @Schema(example = "portail") String service,
            @Schema(example = "prefill-forms") String purpose,
            @Schema(example = "READ") String operation,
            List<String> attributes) {}
}
