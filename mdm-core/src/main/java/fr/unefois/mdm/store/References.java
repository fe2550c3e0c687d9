package fr.unefois.mdm.store;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Makes references: UUIDs of version 7 (RFC 9562), which sort by the time they were made. Within a process each is
 * greater than the one before, whatever the clock does.
 */
final class References {
    private static final long COUNTER_BITS = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Milliseconds above, a counter of 12 bits below. */
    private static long last;

    private References() {}

    static UUID next() {
        long ticks = tick(System.currentTimeMillis());
        long high = (ticks >>> COUNTER_BITS) << 16 | 0x7000 | (ticks & 0xFFF);
        long low = (RANDOM.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(high, low);
    }

    /** A millisecond starts its counter low, so that 2,048 references at least fit before the next one is borrowed. */
    static synchronized long tick(long millis) {
        long fresh = millis << COUNTER_BITS | RANDOM.nextInt(1 << (COUNTER_BITS - 1));
        last = Math.max(last + 1, fresh);
        return last;
    }
}
