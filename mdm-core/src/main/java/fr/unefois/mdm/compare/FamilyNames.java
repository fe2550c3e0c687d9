package fr.unefois.mdm.compare;

import fr.unefois.mdm.compare.Frequencies.Kind;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.Dictionary;
import fr.unefois.mdm.standardise.FamilyName;
import fr.unefois.mdm.standardise.ValueColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Family names: birth and usage name by slot and crosswise, whatever the sex; particles count little; one part of a
 * double name is partial agreement. The best of all ways counts.
 */
final class FamilyNames extends Comparison {
    private static final double SIMILAR = 0.92;
    private static final double CLOSE = 0.85;
    private static final double SOUNDS = 0.8;
    private static final double REMOTE = 0.65;

    private final Frequencies frequencies;
    private final int exact;
    private final int crossed;
    private final int particle;
    private final int part;
    private final int similar;
    private final int close;
    private final int swapped;
    private final int different;
    private final int unlike;

    FamilyNames(Weights weights, Frequencies frequencies) {
        super("familyName", weights);
        this.frequencies = frequencies;
        exact = levels().place("exact");
        crossed = levels().place("crossed");
        particle = levels().place("particle");
        part = levels().place("part");
        similar = levels().place("similar");
        close = levels().place("close");
        swapped = levels().place("swapped");
        different = levels().place("different");
        unlike = levels().place("unlike");
    }

    @Override
    public Truths truths() {
        return Truths.TWO;
    }

    @Override
    Comparer over(NamedColumns people) {
        return new Families(people);
    }

    private final class Families implements Comparer {
        private final NamedColumns people;
        private final Columns columns;
        private final Dictionary<FamilyName> known;
        private final CodeBits bits;
        private final PairCache levelOf;
        private final PairCache partBits;

        Families(NamedColumns people) {
            this.people = people;
            this.columns = people.columns();
            this.known = columns.familyNames();
            bits = new CodeBits(
                    known.size(),
                    code -> frequencies.bits(Kind.FAMILY_NAME, known.value(code).folded()));
            levelOf = new PairCache(known.size(), known.size(), (a, b) -> level(known.value(a), known.value(b)));
            partBits = new PairCache(known.size(), known.size(), (a, b) -> {
                String common = Objects.requireNonNull(commonPart(known.value(a), known.value(b)));
                return Math.min(PairCache.MOST, frequencies.bits(Kind.FAMILY_NAME, common));
            });
        }

        @Override
        public boolean tells(int record) {
            return columns.birthNames().code(record) >= 0
                    || columns.usageNames().code(record) >= 0
                    || columns.formerNames().code(record) >= 0;
        }

        @Override
        public long compare(int left, int right) {
            int birth = columns.birthNames().code(left);
            int usage = columns.usageNames().code(left);
            int otherBirth = columns.birthNames().code(right);
            int otherUsage = columns.usageNames().code(right);
            int[] former = columns.formerNames().of(left);
            int[] otherFormer = columns.formerNames().of(right);
            if ((birth < 0 && usage < 0 && former.length == 0)
                    || (otherBirth < 0 && otherUsage < 0 && otherFormer.length == 0)) {
                return EvidenceCode.MISSING;
            }
            long best = compare(birth, otherBirth, false);
            // Two birth names that differ leave an agreement of usage names what a marriage makes of it.
            boolean contradicted = best != EvidenceCode.NONE && isNone(best);
            best = Math.max(best, compare(usage, otherUsage, contradicted));
            best = Math.max(best, compare(birth, otherUsage, true));
            best = Math.max(best, compare(usage, otherBirth, true));
            if (former.length > 0 || otherFormer.length > 0) {
                best = Math.max(best, crosswise(former, people.familyNames(right)));
                best = Math.max(best, crosswise(otherFormer, people.familyNames(left)));
            }
            long found = best == EvidenceCode.NONE ? levels().evidence(unlike) : best;
            return EvidenceCode.weight(found) < levels().weight(swapped) && people.swapped(left, right)
                    ? levels().evidence(swapped)
                    : found;
        }

        private long crosswise(int[] former, int[] names) {
            long best = EvidenceCode.NONE;
            for (int one : former) {
                for (int other : names) {
                    best = Math.max(best, compare(one, other, true));
                }
            }
            return best;
        }

        /** None where there is nothing to compare, or crosswise nothing in common. */
        private long compare(int a, int b, boolean crosswise) {
            if (a == ValueColumn.NONE || b == ValueColumn.NONE) {
                return EvidenceCode.NONE;
            }
            int level = a == b ? exact : levelOf.ofEither(a, b);
            if (level == exact) {
                return crosswise
                        ? levels().evidence(crossed, bits.of(a) + shift(crossed))
                        : levels().evidence(exact, bits.of(a));
            }
            if (level == part) {
                return levels().evidence(part, partBits.ofEither(a, b) + shift(part));
            }
            if (!crosswise || level == particle) {
                return levels().evidence(level);
            }
            return level == similar ? levels().evidence(close) : EvidenceCode.NONE;
        }
    }

    /** From the bits of an equal name to those of another level. */
    private int shift(int level) {
        return levels().surprise(level) - levels().surprise(exact);
    }

    /** Of two names in one slot. */
    private int level(FamilyName a, FamilyName b) {
        if (a.folded().equals(b.folded())) {
            return exact;
        }
        if (sorted(a).equals(sorted(b))) {
            return particle;
        }
        double similarity = JaroWinkler.similarity(a.folded(), b.folded());
        boolean sounds = similarity >= SOUNDS && a.phonetic().equals(b.phonetic());
        if (similarity >= SIMILAR || sounds) {
            return similar;
        }
        if (commonPart(a, b) != null) {
            return part;
        }
        return similarity >= CLOSE ? close : similarity >= REMOTE ? different : unlike;
    }

    private boolean isNone(long evidence) {
        int level = EvidenceCode.place(evidence);
        return level == different || level == unlike;
    }

    private static List<String> sorted(FamilyName name) {
        if (name.parts().size() < 2) {
            return name.parts();
        }
        List<String> parts = new ArrayList<>(name.parts());
        Collections.sort(parts);
        return parts;
    }

    private static @Nullable String commonPart(FamilyName a, FamilyName b) {
        if (a.parts().size() + b.parts().size() < 3) {
            return null;
        }
        return a.parts().stream()
                .filter(word -> word.length() > 2)
                .filter(b.parts()::contains)
                .max(String::compareTo)
                .orElse(null);
    }
}
