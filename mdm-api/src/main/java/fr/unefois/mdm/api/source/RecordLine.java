package fr.unefois.mdm.api.source;

import fr.unefois.mdm.api.source.RecordRequest.RelationRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of many.
 *
 * @param id the source's own identifier of the record
 * @param deleted true where the source no longer has it; then the rest is left out
 */
@Schema(name = "SourceRecordLine", example = """
                {"id": "CAN-0000042", "attributes": {"birthName": "NGUYEN", "givenNames": ["Linh"],
                "birthDate": "1987-04-12"}, "asOf": "2026-11-20T10:00:00Z"}""")
record RecordLine(
        @Nullable String id,
        @Nullable Boolean deleted,
        @Nullable Map<String, @Nullable Object> attributes,
        @Nullable Instant asOf,
        @Nullable List<@Nullable RelationRequest> relations) {
    RecordRequest request() {
        return new RecordRequest(attributes, asOf, relations);
    }

    @Override
    public String toString() {
        return "RecordLine[withheld]";
    }
}
