package fr.unefois.mdm.compare;

import fr.unefois.mdm.compare.Frequencies.Kind;
import fr.unefois.mdm.standardise.Dictionary;
import fr.unefois.mdm.standardise.ListColumn;

/** Phone numbers: one in common counts; a slip of one digit is partial agreement. */
final class Phones extends Comparison {
    private final Frequencies frequencies;
    private final int exact;
    private final long similar;
    private final long different;

    Phones(Weights weights, Frequencies frequencies) {
        super("phones", weights);
        this.frequencies = frequencies;
        exact = levels().place("exact");
        similar = levels().evidence(levels().place("similar"));
        different = levels().evidence(levels().place("different"));
    }

    @Override
    public Truths truths() {
        return Truths.TWO;
    }

    @Override
    Comparer over(NamedColumns people) {
        ListColumn<String> phones = people.columns().phones();
        Dictionary<String> numbers = phones.values();
        CodeBits bits = new CodeBits(numbers.size(), code -> frequencies.bits(Kind.PHONE, numbers.value(code)));
        Digits digits = new Digits(numbers);
        return (left, right) -> {
            long best = EvidenceCode.NONE;
            for (int a : phones.of(left)) {
                for (int b : phones.of(right)) {
                    long evidence = a == b
                            ? levels().evidence(exact, bits.of(a))
                            : digits.atMostOneEdit(a, b) ? similar : different;
                    best = Math.max(best, evidence);
                }
            }
            return best == EvidenceCode.NONE ? EvidenceCode.MISSING : best;
        };
    }
}
