package fr.unefois.mdm.compare;

import fr.unefois.mdm.record.Sex;
import fr.unefois.mdm.standardise.Columns;

/** The sex of the civil status. */
final class Sexes extends Comparison {
    private final long same;
    private final long different;

    Sexes(Weights weights) {
        super("sex", weights);
        same = levels().evidence(levels().place("same"));
        different = levels().evidence(levels().place("different"));
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    Comparer over(NamedColumns people) {
        Columns columns = people.columns();
        return (left, right) -> {
            Sex ours = columns.sex(left);
            Sex theirs = columns.sex(right);
            if (ours == Sex.UNKNOWN || theirs == Sex.UNKNOWN) {
                return EvidenceCode.MISSING;
            }
            return ours == theirs ? same : different;
        };
    }
}
