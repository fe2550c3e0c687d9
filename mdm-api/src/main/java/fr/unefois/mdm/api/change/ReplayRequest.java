package fr.unefois.mdm.api.change;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be delivered again: one of the two.
 *
 * @param deadLetters true for those that were given up
 * @param after a place in the feed, for everything behind it
 */
@Schema(name = "ReplayRequest")
record ReplayRequest(
        @Nullable @Schema(example = "true") Boolean deadLetters,
        @Nullable @Schema(hidden = true) String after) {}
