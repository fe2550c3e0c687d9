package fr.unefois.mdm.compare;

import fr.unefois.mdm.record.Sex;
import fr.unefois.mdm.standardise.StandardRecord;

/** The sex of the civil status. */
final class Sexes implements Comparison {
    static final String NAME = "sex";

    private final Level same;
    private final Level different;

    Sexes(Weights weights) {
        same = weights.level(NAME, "same");
        different = weights.level(NAME, "different");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public Evidence compare(StandardRecord left, StandardRecord right) {
        if (left.sex() == Sex.UNKNOWN || right.sex() == Sex.UNKNOWN) {
            return Level.missing(NAME);
        }
        return (left.sex() == right.sex() ? same : different).evidence();
    }
}
