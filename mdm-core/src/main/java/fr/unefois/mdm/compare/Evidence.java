package fr.unefois.mdm.compare;

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

    /** Whether one of the records has no value, so that the comparison says nothing. */
    public boolean isMissing() {
        return level.equals(MISSING);
    }
}
