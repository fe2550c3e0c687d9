package fr.unefois.mdm.compare;

import fr.unefois.mdm.compare.Frequencies.Kind;
import fr.unefois.mdm.standardise.Dictionary;
import fr.unefois.mdm.standardise.GivenName;
import fr.unefois.mdm.standardise.ListColumn;
import fr.unefois.mdm.standardise.ValueColumn;
import java.util.List;

/**
 * Given names: the first weighs most, a usual name may be a later one of the list, a compound may be written as two,
 * an initial says little, and the two names may have been swapped with the family name.
 */
final class GivenNames extends Comparison {
    private static final double SIMILAR = 0.92;
    private static final double CLOSE = 0.85;
    private static final double UNLIKE = 0.6;

    /** What is left is another name, or the family name in its place. */
    private static final int OTHER = 0x80;

    private final Frequencies frequencies;
    private final int exact;
    private final int several;
    private final int firstOnly;
    private final int compound;
    private final int variant;
    private final int similar;
    private final int shared;
    private final int close;
    private final int initial;
    private final int swapped;
    private final int different;
    private final int otherName;
    private final int unlike;

    GivenNames(Weights weights, Frequencies frequencies) {
        super("givenNames", weights);
        this.frequencies = frequencies;
        exact = levels().place("exact");
        several = levels().place("several");
        firstOnly = levels().place("firstOnly");
        compound = levels().place("compound");
        variant = levels().place("variant");
        similar = levels().place("similar");
        shared = levels().place("shared");
        close = levels().place("close");
        initial = levels().place("initial");
        swapped = levels().place("swapped");
        different = levels().place("different");
        otherName = levels().place("otherName");
        unlike = levels().place("unlike");
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public Truths truths() {
        return Truths.TWO_ALIKE;
    }

    @Override
    Comparer over(NamedColumns people) {
        return new Given(people);
    }

    private final class Given implements Comparer {
        private final NamedColumns people;
        private final ListColumn<GivenName> lists;
        private final SharedNameBits rarity;
        private final CodeBits variantBits;
        private final PairCache levelOf;

        Given(NamedColumns people) {
            this.people = people;
            this.lists = people.columns().givenNames();
            this.rarity = new SharedNameBits(frequencies, people);
            Dictionary<List<GivenName>> known = lists.lists();
            variantBits = new CodeBits(
                    known.size(),
                    code -> frequencies.bits(
                            Kind.GIVEN_NAME_VARIANT, known.value(code).get(0).variant()));
            levelOf = new PairCache(known.size(), known.size(), (a, b) -> level(known.value(a), known.value(b)));
        }

        @Override
        public boolean tells(int record) {
            return lists.code(record) != ValueColumn.NONE;
        }

        @Override
        public long compare(int left, int right) {
            int a = lists.code(left);
            int b = lists.code(right);
            if (a == ValueColumn.NONE || b == ValueColumn.NONE) {
                return EvidenceCode.MISSING;
            }
            int level = levelOf.ofEither(a, b);
            if (level == exact || level == several || level == firstOnly) {
                return same(level, a, b, left, right);
            }
            if (level == variant) {
                return levels().evidence(variant, variantBits.of(a) - 1500);
            }
            if (level < OTHER) {
                return levels().evidence(level);
            }
            return levels().evidence(people.swapped(left, right) ? swapped : level - OTHER);
        }

        /** The first names are equal; how rare that is, and what the second names say. */
        private long same(int level, int a, int b, int left, int right) {
            int bits = rarity.of(left, right);
            if (level == exact) {
                return levels().evidence(exact, bits);
            }
            int most = levels().surprise(several) - levels().surprise(exact);
            if (level == firstOnly) {
                return levels().evidence(firstOnly, bits + levels().surprise(firstOnly) - levels().surprise(exact));
            }
            // What two names in common surprise more than the first alone, never more than the model says.
            int both = Math.min(rarity.ofTwo(a), rarity.ofTwo(b)) - rarity.ofFirst(a);
            return levels().evidence(several, bits + Math.max(0, Math.min(both, most)));
        }
    }

    /** By the names alone; {@link #OTHER} is added where a swap with the family name is still to be looked for. */
    private int level(List<GivenName> ours, List<GivenName> theirs) {
        GivenName a = ours.get(0);
        GivenName b = theirs.get(0);
        if (a.initial() || b.initial()) {
            return a.folded().charAt(0) == b.folded().charAt(0) ? initial : different;
        }
        if (a.folded().equals(b.folded())) {
            return ours.size() < 2 || theirs.size() < 2
                    ? exact
                    : agree(ours.get(1), theirs.get(1)) ? several : firstOnly;
        }
        if (initials(a, theirs) || initials(b, ours)) {
            return initial;
        }
        if (sameCompound(a, theirs) || sameCompound(b, ours)) {
            return compound;
        }
        if (a.variant().equals(b.variant())) {
            return variant;
        }
        double similarity = otherHalf(a, ours, b, theirs) ? 0 : similarity(a.folded(), b.folded());
        if (similarity >= CLOSE && common(a) && common(b)) {
            return shares(ours, theirs) ? shared : otherName;
        }
        if (similarity >= SIMILAR) {
            return similar;
        }
        if (shares(ours, theirs)) {
            return shared;
        }
        if (similarity >= CLOSE) {
            return close;
        }
        return OTHER + (similarity < UNLIKE ? unlike : different);
    }

    private static boolean agree(GivenName a, GivenName b) {
        if (a.initial() || b.initial()) {
            return a.folded().charAt(0) == b.folded().charAt(0);
        }
        return JaroWinkler.similarity(a.folded(), b.folded()) >= CLOSE;
    }

    /** Two names that are both borne by many are two names, not one and its slip: ALICE and ALINE, JULIE and JULIEN. */
    private boolean common(GivenName name) {
        return frequencies.common(Kind.GIVEN_NAME, name.folded());
    }

    /** JC for JEAN-CLAUDE, or for JEAN and CLAUDE. */
    private static boolean initials(GivenName letters, List<GivenName> names) {
        if (letters.folded().length() != 2) {
            return false;
        }
        String first = names.get(0).folded();
        int hyphen = first.indexOf('-');
        String second = hyphen > 0
                ? first.substring(hyphen + 1)
                : names.size() > 1 ? names.get(1).folded() : "";
        return first.charAt(0) == letters.folded().charAt(0)
                && !second.isEmpty()
                && second.charAt(0) == letters.folded().charAt(1);
    }

    /** JEAN-PIERRE or ABDELKADER on one side, JEAN and PIERRE, or ABD, EL and KADER, on the other. */
    private static boolean sameCompound(GivenName compound, List<GivenName> names) {
        String together = compound.folded().replace("-", "");
        int at = 0;
        for (int i = 0; i < names.size() && at < together.length(); i++) {
            String part = names.get(i).folded();
            if (names.get(i).initial() || !together.startsWith(part, at)) {
                return false;
            }
            at += part.length();
        }
        return at == together.length();
    }

    /** JEAN-PIERRE against JEAN and PAUL: the second halves tell the two apart. */
    private static boolean otherHalf(GivenName a, List<GivenName> ours, GivenName b, List<GivenName> theirs) {
        return otherHalf(a, b, theirs) || otherHalf(b, a, ours);
    }

    private static boolean otherHalf(GivenName compound, GivenName first, List<GivenName> names) {
        int hyphen = compound.folded().indexOf('-');
        return hyphen > 0
                && names.size() > 1
                && compound.folded().substring(0, hyphen).equals(first.folded())
                && JaroWinkler.similarity(
                                compound.folded().substring(hyphen + 1),
                                names.get(1).folded())
                        < CLOSE;
    }

    /** Of two compounds that begin alike the rest decides: JEAN-PIERRE and JEAN-PAUL are brothers. */
    private static double similarity(String a, String b) {
        int endOfA = a.indexOf('-');
        int endOfB = b.indexOf('-');
        if (endOfA > 0 && endOfB > 0) {
            return Math.min(
                    JaroWinkler.similarity(a.substring(0, endOfA), b.substring(0, endOfB)),
                    JaroWinkler.similarity(a.substring(endOfA), b.substring(endOfB)));
        }
        if (endOfA > 0 || endOfB > 0) {
            String compound = endOfA > 0 ? a : b;
            String simple = endOfA > 0 ? b : a;
            int end = Math.max(endOfA, endOfB);
            boolean half = compound.substring(0, end).equals(simple)
                    || compound.substring(end + 1).equals(simple);
            String together = compound.replace("-", "");
            return half ? CLOSE : JaroWinkler.similarity(together, simple) >= SIMILAR ? SIMILAR : UNLIKE;
        }
        return JaroWinkler.similarity(a, b);
    }

    /** The first name of one is among the other's: brothers and sisters often share a later one. */
    private static boolean shares(List<GivenName> ours, List<GivenName> theirs) {
        return holds(ours, theirs.get(0)) || holds(theirs, ours.get(0));
    }

    private static boolean holds(List<GivenName> names, GivenName name) {
        return !name.initial() && names.stream().anyMatch(one -> one.folded().equals(name.folded()));
    }
}
