package fr.unefois.mdm.compare;

/**
 * One outcome of a comparison.
 *
 * @param m the share of this outcome among pairs of one person where both records have a value: what an estimation
 *     starts from; 0 where the weights are not to be learned
 * @param weight log2(m/u) in thousandths of a bit, where nothing is known of the value's frequency
 * @param household log2(h/u) in thousandths of a bit, likewise
 * @param surprise log2(1/u) in thousandths of a bit: the frequency of a value that {@code weight} stands for
 * @param cap no value is rare enough to surprise more, in thousandths of a bit
 */
record Level(String comparison, String name, double m, int weight, int household, int surprise, int cap) {
    private static final double LEAST = 0.01;

    /** Its shares as far as they are known; what weighs against a match tells little of u. */
    LinkageModel.Outcome outcome() {
        double u = surprise > 0 ? Log2.power(-surprise) : Math.min(1, Math.max(m, LEAST) * Log2.power(-weight));
        double h = Math.min(1, u * Log2.power(household));
        return new LinkageModel.Outcome(name, m, h, u);
    }

    /** This outcome of another comparison. */
    Level of(String other) {
        return new Level(other, name, m, weight, household, surprise, cap);
    }

    /** This outcome with the shares that were learned: of pairs of one person, of one household, of unrelated people. */
    Level learned(double ofOnePerson, double ofHousehold, double ofUnrelated) {
        return new Level(
                comparison,
                name,
                ofOnePerson,
                Log2.of(ofOnePerson / ofUnrelated),
                Log2.of(ofHousehold / ofUnrelated),
                -Log2.of(ofUnrelated),
                Math.max(cap, -Log2.of(ofUnrelated)));
    }
}
