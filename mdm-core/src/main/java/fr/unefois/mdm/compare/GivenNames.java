package fr.unefois.mdm.compare;

import fr.unefois.mdm.compare.Frequencies.Kind;
import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.record.Sex;
import fr.unefois.mdm.standardise.GivenName;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.List;

/**
 * Given names: the first weighs most, a usual name may be a later one of the list, a compound may be written as two,
 * an initial says little, and the two names may have been swapped with the family name.
 */
final class GivenNames implements Comparison {
    static final String NAME = "givenNames";
    private static final double SIMILAR = 0.92;
    private static final double CLOSE = 0.85;
    private static final double UNLIKE = 0.6;

    private final Frequencies frequencies;
    private final Level exact;
    private final Level several;
    private final Level firstOnly;
    private final Level compound;
    private final Level variant;
    private final Level similar;
    private final Level shared;
    private final Level close;
    private final Level initial;
    private final Level swapped;
    private final Level different;
    private final Level otherName;
    private final Level unlike;

    GivenNames(Weights weights, Frequencies frequencies) {
        this.frequencies = frequencies;
        exact = weights.level(NAME, "exact");
        several = weights.level(NAME, "several");
        firstOnly = weights.level(NAME, "firstOnly");
        compound = weights.level(NAME, "compound");
        variant = weights.level(NAME, "variant");
        similar = weights.level(NAME, "similar");
        shared = weights.level(NAME, "shared");
        close = weights.level(NAME, "close");
        initial = weights.level(NAME, "initial");
        swapped = weights.level(NAME, "swapped");
        different = weights.level(NAME, "different");
        otherName = weights.level(NAME, "otherName");
        unlike = weights.level(NAME, "unlike");
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
    public Truths truths() {
        return Truths.TWO_ALIKE;
    }

    @Override
    public Evidence compare(StandardRecord left, StandardRecord right) {
        List<GivenName> ours = left.givenNames();
        List<GivenName> theirs = right.givenNames();
        if (ours.isEmpty() || theirs.isEmpty()) {
            return Level.missing(NAME);
        }
        GivenName a = ours.get(0);
        GivenName b = theirs.get(0);
        if (a.initial() || b.initial()) {
            return (a.folded().charAt(0) == b.folded().charAt(0) ? initial : different).evidence();
        }
        if (a.folded().equals(b.folded())) {
            return same(a.folded(), left, right);
        }
        if (initials(a, theirs) || initials(b, ours)) {
            return initial.evidence();
        }
        if (sameCompound(a, theirs) || sameCompound(b, ours)) {
            return compound.evidence();
        }
        if (a.variant().equals(b.variant())) {
            return variant.evidence(frequencies.bits(Kind.GIVEN_NAME_VARIANT, a.variant()) - 1500);
        }
        double similarity = otherHalf(a, ours, b, theirs) ? 0 : similarity(a.folded(), b.folded());
        if (similarity >= CLOSE && common(a) && common(b)) {
            return (shares(ours, theirs) ? shared : otherName).evidence();
        }
        if (similarity >= SIMILAR) {
            return similar.evidence();
        }
        if (shares(ours, theirs)) {
            return shared.evidence();
        }
        if (similarity >= CLOSE) {
            return close.evidence();
        }
        if (FamilyNames.swapped(left, right)) {
            return swapped.evidence();
        }
        return (similarity < UNLIKE ? unlike : different).evidence();
    }

    /** The first names are equal; how rare that is, and what the second names say. */
    private Evidence same(String name, StandardRecord left, StandardRecord right) {
        int bits = frequencies.givenNameBits(name, commonSex(left, right), year(left, right));
        bits = Math.min(bits, namesakeBits(name, left, right));
        List<GivenName> ours = left.givenNames();
        List<GivenName> theirs = right.givenNames();
        if (ours.size() > 1 && theirs.size() > 1) {
            if (!agree(ours.get(1), theirs.get(1))) {
                return firstOnly.evidence(bits + firstOnly.surprise() - exact.surprise());
            }
            // What two names in common surprise more than the first alone, never more than the model says.
            int both = Math.min(two(name, ours.get(1)), two(name, theirs.get(1)))
                    - frequencies.bits(Kind.GIVEN_NAME, name);
            int more = Math.max(0, Math.min(both, several.surprise() - exact.surprise()));
            return several.evidence(bits + more);
        }
        return exact.evidence(bits);
    }

    private int two(String first, GivenName second) {
        return frequencies.bits(Kind.TWO_GIVEN_NAMES, first + ' ' + second.folded());
    }

    private static boolean agree(GivenName a, GivenName b) {
        if (a.initial() || b.initial()) {
            return a.folded().charAt(0) == b.folded().charAt(0);
        }
        return JaroWinkler.similarity(a.folded(), b.folded()) >= CLOSE;
    }

    /** What the given name adds to an equal family name, where namesakes are known. */
    private int namesakeBits(String name, StandardRecord left, StandardRecord right) {
        int least = Integer.MAX_VALUE;
        for (String family : FamilyNames.common(left, right)) {
            least = Math.min(
                    least, frequencies.namesakeBits(name, family) - frequencies.bits(Kind.FAMILY_NAME, family));
        }
        return Math.max(0, least);
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

    private static Sex commonSex(StandardRecord left, StandardRecord right) {
        if (left.sex() == right.sex() || right.sex() == Sex.UNKNOWN) {
            return left.sex();
        }
        return left.sex() == Sex.UNKNOWN ? right.sex() : Sex.UNKNOWN;
    }

    /** A year of birth whose decade both share, or 0. */
    private static int year(StandardRecord left, StandardRecord right) {
        PartialDate a = left.birthDate();
        PartialDate b = right.birthDate();
        if (a == null || b == null) {
            return a != null ? a.year() : b != null ? b.year() : 0;
        }
        return a.year() / 10 == b.year() / 10 ? a.year() : 0;
    }
}
