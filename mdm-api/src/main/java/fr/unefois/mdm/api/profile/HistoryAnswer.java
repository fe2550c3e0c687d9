package fr.unefois.mdm.api.profile;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The story of a golden record.
 *
 * @param splitInto the references into which this one was split; then there is nothing else
 */
@Schema(name = "History")
record HistoryAnswer(
        String ref,
        @Nullable List<EventAnswer> events,
        @Nullable List<String> splitInto) {
    /**
     * @param attributes by name those that changed, of those that the contract may read
     * @param others the references that were merged into this one, or into which it was split
     */
    @Schema(name = "HistoryEvent")
    record EventAnswer(
            Instant at,
            @Schema(example = "MERGED") String kind,
            List<String> attributes,
            List<String> others,
            CauseAnswer cause) {}

    /**
     * @param records those that came, went or were judged, of the sources that the contract may know
     * @param steward absent where nobody had to decide
     */
    @Schema(name = "Cause")
    record CauseAnswer(
            @Schema(example = "CORRECTED") String kind,
            List<RecordAnswer> records,
            @Nullable String steward) {}

    @Schema(name = "Record")
    record RecordAnswer(
            @Schema(example = "mediatheque") String source,
            @Schema(example = "MED-0020317") String id) {}
}
