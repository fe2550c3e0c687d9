package fr.unefois.mdm.api.prefill;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a citizen may consent to, and what they said. */
@Schema(name = "Consents")
record ConsentsAnswer(
        @Schema(example = "AYj3m0l7Jx3cO1m0Jf7q1d4") String ref,
        @Schema(example = """
                        {"contact-email": {"title": "Courriel", "text": "J'accepte de recevoir …", "given": true,
                        "at": "2026-11-20T10:00:00Z"}}""") Map<String, ConsentAnswer> consents) {
    /**
     * @param given absent while they said nothing: that is no consent
     * @param at when they last said so
     */
    @Schema(name = "Consent")
    record ConsentAnswer(
            @Schema(example = "Courriel") String title,

            @Schema(example = "J'accepte de recevoir les messages de la ville par courriel.")
            String text,

            @Nullable @Schema(example = "true") Boolean given,

            @Nullable @Schema(example = "2026-11-20T10:00:00Z")
            Instant at) {}
}
