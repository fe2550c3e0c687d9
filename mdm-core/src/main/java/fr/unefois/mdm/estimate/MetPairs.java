package fr.unefois.mdm.estimate;

import fr.unefois.mdm.compare.Weighing;

/**
 * Candidate pairs, compared.
 *
 * @param pairs marked with the comparisons that their meeting leaves free, a bit each
 */
record MetPairs(PairTable table, PairList pairs) {
    MetPairs(Weighing weighing, PairList pairs) {
        this(new PairTable(weighing, pairs), pairs);
    }
}
