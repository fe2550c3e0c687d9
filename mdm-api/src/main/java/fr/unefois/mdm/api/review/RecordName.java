package fr.unefois.mdm.api.review;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A source's record, as its source names it. */
@Schema(name = "RecordName")
record RecordName(
        @Nullable @Schema(example = "mediatheque") String source,
        @Nullable @Schema(example = "MED-0020317") String id) {
    @Override
    public String toString() {
        return "RecordName[" + source + "]";
    }
}
