package fr.unefois.mdm.batch.generate;

import java.util.List;

/**
 * Chance, by a seed. SplitMix64 written out, and no floating-point function whose last bit a JDK may choose: the same
 * seed throws the same dice on every machine.
 */
final class Dice {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Independent dice for each sequence of keys: a seed, then what is thrown for. */
    static Dice of(long... keys) {
        long state = 0;
        for (long key : keys) {
            state = mix(state + GOLDEN_GAMMA + mix(key + GOLDEN_GAMMA));
        }
        return new Dice(state);
    }

    static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }

    long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** From 0 to {@code bound}, exclusive. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** From 0 to {@code bound}, exclusive, for bounds beyond an int. */
    long below(long bound) {
        return Math.floorMod(next() >>> 1, bound);
    }

    /** Both ends included. */
    int between(int first, int last) {
        return first + below(last - first + 1);
    }

    boolean chance(double probability) {
        return (next() >>> 11) * UNIT < probability;
    }

    <T> T pick(List<T> from) {
        return from.get(below(from.size()));
    }

    char pick(String from) {
        return from.charAt(below(from.length()));
    }

    <T> void shuffle(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            int j = below(i + 1);
            T kept = list.get(i);
            list.set(i, list.get(j));
            list.set(j, kept);
        }
    }
}
