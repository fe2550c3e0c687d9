package fr.unefois.mdm.compare;

import fr.unefois.mdm.compare.Frequencies.Kind;
import fr.unefois.mdm.standardise.StandardRecord;

/** Phone numbers: one in common counts; a slip of one digit is partial agreement. */
final class Phones implements Comparison {
    static final String NAME = "phones";

    private final Frequencies frequencies;
    private final Level exact;
    private final Level similar;
    private final Level different;

    Phones(Weights weights, Frequencies frequencies) {
        this.frequencies = frequencies;
        exact = weights.level(NAME, "exact");
        similar = weights.level(NAME, "similar");
        different = weights.level(NAME, "different");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Truths truths() {
        return Truths.TWO;
    }

    @Override
    public Evidence compare(StandardRecord left, StandardRecord right) {
        Evidence best = null;
        for (String a : left.phones()) {
            for (String b : right.phones()) {
                Evidence evidence = a.equals(b)
                        ? exact.evidence(frequencies.bits(Kind.PHONE, a))
                        : (Edits.atMostOne(a, b) ? similar : different).evidence();
                best = Evidence.stronger(best, evidence);
            }
        }
        return best == null ? Level.missing(NAME) : best;
    }
}
