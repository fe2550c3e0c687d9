package fr.unefois.mdm.api.review;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is somebody else's.
 *
 * @param records those that go; the others stay together
 */
@Schema(name = "Split")
record SplitRequest(
        @Nullable List<RecordName> records, @Nullable String comment) {
    @Override
    public String toString() {
        return "SplitRequest[]";
    }
}
