package fr.unefois.mdm.api.change;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * A page of the feed.
 *
 * @param next what to ask `after` next time, be there events or not
 * @param more whether there is more to ask for at once
 */
@Schema(name = "Changes")
record ChangesAnswer(List<EventAnswer> events, String next, boolean more) {
    /** A CloudEvent 1.0; its id is its place in the feed, and towards this client's sector alone. */
    @Schema(name = "ChangeEvent")
    record EventAnswer(
            @Schema(example = "1.0") String specversion,
            String id,
            @Schema(example = "urn:unefois:mdm") String source,
            @Schema(example = "fr.unefois.citizen.merged") String type,

            @Schema(description = "The citizen's reference.")
            String subject,

            Instant time,
            @Schema(example = "application/json") String datacontenttype,
            DataAnswer data) {}

    /**
     * @param attributes by name those that changed, of those that the contract may read; their values are in the profile
     * @param others the references that were merged into this one, or into which it was split
     */
    @Schema(name = "ChangeData")
    record DataAnswer(List<String> attributes, List<String> others) {}
}
