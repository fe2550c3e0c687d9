package fr.unefois.mdm.compare;

/**
 * One outcome of a comparison.
 *
 * @param weight log2(m/u) in thousandths of a bit, where nothing is known of the value's frequency
 * @param household log2(h/u) in thousandths of a bit, likewise
 * @param cap no value is rare enough to weigh more, in thousandths of a bit
 */
record Level(String comparison, String name, int weight, int household, int cap) {
    Evidence evidence() {
        return new Evidence(comparison, name, weight, household);
    }

    /**
     * The evidence of an agreement on a value that one person in 2^bits has: u is that frequency, and both weights
     * shift with it.
     *
     * @param bits in thousandths of a bit
     */
    Evidence evidence(int bits) {
        int shift = Math.min(cap, bits) - weight;
        return new Evidence(comparison, name, weight + shift, household + shift);
    }

    static Evidence missing(String comparison) {
        return new Evidence(comparison, "missing", 0, 0);
    }
}
