package fr.unefois.mdm.access;

import java.time.Instant;

/**
 * Something in a client's use that somebody should look at.
 *
 * @param count what was counted when the alarm was raised
 */
public record Alarm(Instant at, String client, String contract, Kind kind, int count) {
    /** What is unusual. */
    public enum Kind {
        /** More different citizens in an hour than the contract lets expect. */
        BREADTH,
        /** As many questions in an hour that found nobody: somebody guesses. */
        MISSES,
        /** The day's quota of different citizens is used up. */
        QUOTA,
        /** More calls in a minute than the contract allows. */
        RATE
    }

    /** Where alarms go. */
    @FunctionalInterface
    public interface Bell {
        void ring(Alarm alarm);
    }
}
