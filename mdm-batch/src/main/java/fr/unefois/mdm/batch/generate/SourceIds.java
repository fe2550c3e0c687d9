package fr.unefois.mdm.batch.generate;

/**
 * The sources' own identifiers: a permutation of the citizens, another one for each source, so that numbers that are close
 * say nothing. The lowest numbers are left to people of the story.
 */
final class SourceIds {
    static final int COPIES = 2;
    private static final int RESERVED = 1000;
    private static final int ROUNDS = 4;

    private final long seed;
    private final int digits;
    private final long end;
    private final int halfBits;

    SourceIds(Town town) {
        seed = town.seed();
        digits = digits(town.citizens());
        end = digits == 7 ? 10_000_000 : 100_000_000;
        halfBits = digits == 7 ? 12 : 14;
    }

    /** Seven digits, as in small towns, or eight where citizens are too many. */
    static int digits(int citizens) {
        return (long) citizens * COPIES + RESERVED + COPIES < 10_000_000 ? 7 : 8;
    }

    String id(SourceSystem system, int citizen, int copy) {
        long number = RESERVED + (long) citizen * COPIES + copy;
        do {
            number = permuted(number, system);
        } while (number < RESERVED || number >= end);
        return padded(system.prefix + "-", number, digits);
    }

    static String padded(String prefix, long number, int digits) {
        String written = String.valueOf(number);
        return prefix + "0".repeat(digits - written.length()) + written;
    }

    /** A Feistel network: whatever the round function, no two numbers meet. */
    private long permuted(long number, SourceSystem system) {
        long mask = (1L << halfBits) - 1;
        long left = number >>> halfBits;
        long right = number & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long key = Dice.mix(seed * 31 + system.number * 131L + round);
            long next = left ^ (Dice.mix(right ^ key) & mask);
            left = right;
            right = next;
        }
        return (left << halfBits) | right;
    }
}
