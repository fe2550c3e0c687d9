package fr.unefois.mdm.compare;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What one comparison says of a pair.
 *
 * @param comparison its name, an attribute's or a group's: {@code givenNames}, {@code familyName}
 * @param level the level reached: {@code exact}, {@code similar}, {@code missing}
 * @param weight log2(m/u) in thousandths of a bit: same person against unrelated people
 * @param householdWeight log2(h/u) in thousandths of a bit: two people of one household against unrelated people
 */
public record Evidence(String comparison, String level, int weight, int householdWeight) {
    static final String MISSING = "missing";

    private static final Comparator<Evidence> STRENGTH = Comparator.comparingInt(Evidence::weight)
            .thenComparingInt(Evidence::householdWeight)
            .thenComparing(Evidence::level);

    /** The same where two of one household share what one person would. */
    Evidence ofTwins() {
        return new Evidence(comparison, level, weight, weight);
    }

    /**
     * The stronger of two ways to compare; of equal ones always the same, in whatever order they come: the pair weighs
     * alike either way round. Null is none.
     */
    static @Nullable Evidence stronger(@Nullable Evidence one, @Nullable Evidence other) {
        if (other == null) {
            return one;
        }
        return one == null || STRENGTH.compare(one, other) < 0 ? other : one;
    }

    /** Whether one of the records has no value, so that the comparison says nothing. */
    public boolean isMissing() {
        return level.equals(MISSING);
    }
}
