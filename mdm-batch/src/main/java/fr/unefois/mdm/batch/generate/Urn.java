package fr.unefois.mdm.batch.generate;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/** Things drawn with unequal frequencies, and put back. */
final class Urn<T> {
    /** The frequency that all ranks are measured against; large enough that the rarest still counts some units. */
    private static final double SCALE = 1e9;

    private final List<T> things;
    private final long[] upTo;

    private Urn(List<T> things, long[] upTo) {
        this.things = things;
        this.upTo = upTo;
    }

    static <T> Urn<T> weighted(List<T> things, ToLongFunction<T> weight) {
        long[] upTo = new long[things.size()];
        long sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += weight.applyAsLong(things.get(i));
            upTo[i] = sum;
        }
        return new Urn<>(List.copyOf(things), upTo);
    }

    /** The commonest first: the frequency of a rank falls as (rank + shift) to the power of -slope, as names do (Zipf). */
    static <T> Urn<T> ranked(List<T> things, double shift, double slope) {
        long[] upTo = new long[things.size()];
        long sum = 0;
        for (int rank = 0; rank < upTo.length; rank++) {
            sum += weight(rank, shift, slope);
            upTo[rank] = sum;
        }
        return new Urn<>(List.copyOf(things), upTo);
    }

    /** As {@link #ranked}, for lists whose order says nothing: ranks are spread by a fixed hash. */
    static Urn<String> spread(List<String> things, double slope) {
        return weighted(
                things,
                thing -> weight((int) Long.remainderUnsigned(Dice.mix(thing.hashCode()), things.size()), 3, slope));
    }

    private static long weight(int rank, double shift, double slope) {
        return (long) (SCALE * StrictMath.pow(rank + 1 + shift, -slope));
    }

    T draw(Dice dice) {
        long ticket = dice.below(upTo[upTo.length - 1]);
        int found = Arrays.binarySearch(upTo, ticket + 1);
        return things.get(found >= 0 ? found : -found - 1);
    }
}
