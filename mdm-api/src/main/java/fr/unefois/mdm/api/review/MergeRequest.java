package fr.unefois.mdm.api.review;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two citizens who are one.
 *
 * @param refs exactly two
 */
@Schema(name = "Merge")
record MergeRequest(
        @Nullable List<@Nullable String> refs, @Nullable String comment) {
    @Override
    public String toString() {
        return "MergeRequest[]";
    }
}
