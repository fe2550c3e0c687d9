package fr.unefois.mdm.compare;

import fr.unefois.mdm.standardise.StandardRecord;

/** The comparisons, their levels and weights, frequencies, priors and thresholds: all that makes a match weight. */
public final class LinkageModel {
    private LinkageModel() {}

    /** The default French model, for a base of some tens of thousands of records. */
    public static LinkageModel french() {
        throw new UnsupportedOperationException();
    }

    /** A stable name of everything that decides a weight; two models of one version weigh every pair alike. */
    public String version() {
        throw new UnsupportedOperationException();
    }

    public Thresholds thresholds() {
        throw new UnsupportedOperationException();
    }

    /** The pair with its evidence. Symmetric: the two orders give the same weights. */
    public ScoredPair score(StandardRecord left, StandardRecord right) {
        throw new UnsupportedOperationException();
    }
}
