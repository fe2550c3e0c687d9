package fr.unefois.mdm.api.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The citizen behind a source's own identifier, and the identifiers in the sources that the contract names. */
@Schema(name = "Crosswalk")
record CrosswalkAnswer(
        @Schema(example = "AYj3m0l7Jx3cO1m0Jf7q1d4") String ref, List<IdentifierAnswer> identifiers) {
    @Schema(name = "Identifier")
    record IdentifierAnswer(
            @Schema(example = "mediatheque") String source,
            @Schema(example = "MED-0020317") String id,

            @Schema(
                    description = "Where the source's own application shows the record, if it does.",
                    example = "https://mediatheque.ville.example/lecteurs/MED-0020317")
            @Nullable
            String link) {}
}
