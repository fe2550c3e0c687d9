package fr.unefois.mdm.api.source;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the source now says of the citizen: all of it, not only what changed.
 *
 * @param asOf when the source last knew this to be true; the moment of the call when absent and something changed
 */
@Schema(name = "SourceRecord", example = """
                {"attributes": {"birthName": "NGUYEN", "givenNames": ["Linh"], "birthDate": "1987-04-12",
                "addresses": [{"line": "3 rue Pasteur", "postcode": "69007", "city": "Lyon"}]},
                "asOf": "2026-11-20T10:00:00Z"}""")
record RecordRequest(
        @Nullable Map<String, @Nullable Object> attributes,
        @Nullable Instant asOf,
        @Nullable List<@Nullable RelationRequest> relations) {
    /** A tie to another record. */
    record RelationRequest(
            @Nullable @Schema(allowableValues = {"parent", "legalRepresentative", "household"})
            String role,

            @Nullable String source,
            @Nullable String id) {}

    @Override
    public String toString() {
        return "RecordRequest[withheld]";
    }
}
