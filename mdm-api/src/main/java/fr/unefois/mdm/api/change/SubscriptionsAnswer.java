package fr.unefois.mdm.api.change;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client's subscriptions, the oldest first. */
@Schema(name = "Subscriptions")
record SubscriptionsAnswer(List<SubscriptionAnswer> subscriptions) {
    /**
     * One subscription.
     *
     * @param secret what signs each post; told once, when the subscription is made
     * @param place behind the last event that was delivered or given up
     * @param failures how often the next event was tried in vain
     * @param reason why it failed the last time
     * @param nextAttempt when it is tried again; absent where nothing waits
     * @param deadLetters the events that were given up
     */
    @Schema(name = "Subscription")
    record SubscriptionAnswer(
            @Schema(example = "0199a1b2-0000-7000-8000-000000000001")
            String id,

            @Schema(example = "https://hooks.ville.example/unefois")
            String url,

            @Nullable @Schema(example = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw5Q1m4yYBn1A=")
            String secret,

            Instant createdAt,
            String place,
            int failures,

            @Nullable @Schema(example = "answered 503") String reason,

            @Nullable Instant nextAttempt,
            List<LetterAnswer> deadLetters) {
        @Override
        public String toString() {
            return "SubscriptionAnswer[" + id + "]";
        }
    }

    /** An event that was given up. */
    @Schema(name = "DeadLetter")
    record LetterAnswer(
            String id,
            Instant at,
            @Schema(example = "answered 503") String reason) {}
}
