package fr.unefois.mdm.compare;

import fr.unefois.mdm.compare.Frequencies.Kind;
import fr.unefois.mdm.standardise.FamilyName;
import fr.unefois.mdm.standardise.GivenName;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Family names: birth and usage name by slot and crosswise, whatever the sex; particles count little; one part of a
 * double name is partial agreement. The best of all ways counts.
 */
final class FamilyNames implements Comparison {
    static final String NAME = "familyName";
    private static final double SIMILAR = 0.92;
    private static final double CLOSE = 0.85;
    private static final double SOUNDS = 0.8;
    private static final double REMOTE = 0.65;

    private final Frequencies frequencies;
    private final Level exact;
    private final Level crossed;
    private final Level particle;
    private final Level part;
    private final Level similar;
    private final Level close;
    private final Level swapped;
    private final Level different;
    private final Level unlike;

    FamilyNames(Weights weights, Frequencies frequencies) {
        this.frequencies = frequencies;
        exact = weights.level(NAME, "exact");
        crossed = weights.level(NAME, "crossed");
        particle = weights.level(NAME, "particle");
        part = weights.level(NAME, "part");
        similar = weights.level(NAME, "similar");
        close = weights.level(NAME, "close");
        swapped = weights.level(NAME, "swapped");
        different = weights.level(NAME, "different");
        unlike = weights.level(NAME, "unlike");
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
        if (names(left).isEmpty() || names(right).isEmpty()) {
            return Level.missing(NAME);
        }
        Evidence best = null;
        // Two birth names that differ leave an agreement of usage names what a marriage makes of it.
        boolean contradicted = left.birthName() != null
                && right.birthName() != null
                && isNone(compare(left.birthName(), right.birthName(), false));
        best = Evidence.stronger(best, compare(left.birthName(), right.birthName(), false));
        best = Evidence.stronger(best, compare(left.usageName(), right.usageName(), contradicted));
        best = Evidence.stronger(best, compare(left.birthName(), right.usageName(), true));
        best = Evidence.stronger(best, compare(left.usageName(), right.birthName(), true));
        for (FamilyName former : left.formerNames()) {
            for (FamilyName name : names(right)) {
                best = Evidence.stronger(best, compare(former, name, true));
            }
        }
        for (FamilyName former : right.formerNames()) {
            for (FamilyName name : names(left)) {
                best = Evidence.stronger(best, compare(former, name, true));
            }
        }
        Evidence found = best == null ? unlike.evidence() : best;
        return found.weight() < swapped.weight() && swapped(left, right) ? swapped.evidence() : found;
    }

    /** Null where there is nothing to compare, or crosswise nothing in common. */
    private @Nullable Evidence compare(@Nullable FamilyName a, @Nullable FamilyName b, boolean crosswise) {
        if (a == null || b == null) {
            return null;
        }
        if (a.folded().equals(b.folded())) {
            int bits = frequencies.bits(Kind.FAMILY_NAME, a.folded());
            return crosswise ? crossed.evidence(bits - exact.surprise() + crossed.surprise()) : exact.evidence(bits);
        }
        if (sorted(a).equals(sorted(b))) {
            return particle.evidence();
        }
        double similarity = JaroWinkler.similarity(a.folded(), b.folded());
        boolean sounds = similarity >= SOUNDS && a.phonetic().equals(b.phonetic());
        if (similarity >= SIMILAR || sounds) {
            return (crosswise ? close : similar).evidence();
        }
        String common = commonPart(a, b);
        if (common != null) {
            return part.evidence(frequencies.bits(Kind.FAMILY_NAME, common) - exact.surprise() + part.surprise());
        }
        if (crosswise) {
            return null;
        }
        return (similarity >= CLOSE ? close : similarity >= REMOTE ? different : unlike).evidence();
    }

    private boolean isNone(@Nullable Evidence evidence) {
        return evidence == null
                || evidence.level().equals(different.name())
                || evidence.level().equals(unlike.name());
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

    /** Whether each record's family name is the other's given name. */
    static boolean swapped(StandardRecord left, StandardRecord right) {
        return isGivenName(left, right) && isGivenName(right, left);
    }

    private static boolean isGivenName(StandardRecord named, StandardRecord given) {
        if (given.givenNames().isEmpty()) {
            return false;
        }
        StringBuilder all = new StringBuilder();
        for (GivenName name : given.givenNames()) {
            all.append(name.folded());
        }
        String together = all.toString().replace("-", "");
        String first = given.givenNames().get(0).folded().replace("-", "");
        for (FamilyName family : names(named)) {
            String word = family.parts().get(0);
            if (alike(family.folded(), together) || alike(family.folded(), first) || alike(word, first)) {
                return true;
            }
        }
        return false;
    }

    private static boolean alike(String family, String given) {
        return family.length() > 2 && JaroWinkler.similarity(family, given) >= CLOSE;
    }

    /** The folded family names that both records have, in whatever slot. */
    static List<String> common(StandardRecord left, StandardRecord right) {
        List<String> common = new ArrayList<>(2);
        for (FamilyName a : names(left)) {
            for (FamilyName b : names(right)) {
                if (a.folded().equals(b.folded())) {
                    common.add(a.folded());
                }
            }
        }
        return common;
    }

    private static List<FamilyName> names(StandardRecord record) {
        List<FamilyName> names = new ArrayList<>(2);
        if (record.birthName() != null) {
            names.add(record.birthName());
        }
        if (record.usageName() != null) {
            names.add(record.usageName());
        }
        names.addAll(record.formerNames());
        return names;
    }
}
