package fr.unefois.mdm.compare;

import fr.unefois.mdm.compare.Frequencies.Kind;
import fr.unefois.mdm.standardise.StandardAddress;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Addresses: house, street, postcode; the best of all pairs counts. */
final class Addresses implements Comparison {
    static final String NAME = "addresses";
    private static final double SIMILAR = 0.92;

    private final Frequencies frequencies;
    private final Level whole;
    private final Level street;
    private final Level postcode;
    private final Level department;
    private final Level different;

    Addresses(Weights weights, Frequencies frequencies) {
        this.frequencies = frequencies;
        whole = weights.level(NAME, "whole");
        street = weights.level(NAME, "street");
        postcode = weights.level(NAME, "postcode");
        department = weights.level(NAME, "department");
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
        for (StandardAddress a : left.addresses()) {
            for (StandardAddress b : right.addresses()) {
                best = Evidence.stronger(best, compare(a, b));
            }
        }
        return best == null ? Level.missing(NAME) : best;
    }

    private Evidence compare(StandardAddress a, StandardAddress b) {
        String ours = a.postcode();
        String theirs = b.postcode();
        boolean samePostcode = ours != null && ours.equals(theirs);
        boolean sameTown = samePostcode
                || (a.cityCode() != null && a.cityCode().equals(b.cityCode()))
                || (!a.city().isEmpty() && a.city().equals(b.city()));
        if (sameTown && sameWay(a.way(), b.way())) {
            String smaller = a.way().compareTo(b.way()) <= 0 ? a.way() : b.way();
            if (a.number() == b.number() && a.number() > 0) {
                return whole.evidence(frequencies.bits(Kind.HOUSE, smaller + ' ' + a.number()));
            }
            return street.evidence(frequencies.bits(Kind.STREET, smaller));
        }
        if (sameTown) {
            return ours != null && samePostcode
                    ? postcode.evidence(frequencies.bits(Kind.POSTCODE, ours))
                    : postcode.evidence();
        }
        boolean near = ours != null && theirs != null && ours.regionMatches(0, theirs, 0, 2);
        return (near ? department : different).evidence();
    }

    private static boolean sameWay(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return false;
        }
        if (a.equals(b) || JaroWinkler.similarity(a, b) >= SIMILAR) {
            return true;
        }
        // HUGO for VICTOR HUGO: the last word is the one that is kept.
        Set<String> words = new HashSet<>(Arrays.asList(a.split(" ")));
        Set<String> others = new HashSet<>(Arrays.asList(b.split(" ")));
        boolean sameLast = a.substring(a.lastIndexOf(' ') + 1).equals(b.substring(b.lastIndexOf(' ') + 1));
        return sameLast && (words.containsAll(others) || others.containsAll(words));
    }
}
