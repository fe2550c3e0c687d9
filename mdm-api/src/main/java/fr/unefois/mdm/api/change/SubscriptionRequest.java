package fr.unefois.mdm.api.change;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where changes are to be told.
 *
 * @param url an address that the installation allows
 * @param after a place in the feed, to begin behind it; absent for what changes from now on
 */
@Schema(name = "SubscriptionRequest")
record SubscriptionRequest(
        @Nullable @Schema(example = "https://hooks.ville.example/unefois")
        String url,

        @Nullable @Schema(example = "AbB9v3m0l7Jx3cO1m0Jf7q1")
        String after) {}
