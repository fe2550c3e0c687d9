package fr.unefois.mdm.compare;

import fr.unefois.mdm.compare.Frequencies.Kind;
import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.standardise.BirthPlace;
import fr.unefois.mdm.standardise.StandardRecord;
import org.jspecify.annotations.Nullable;

/** Birthplaces: the commune by its lineage, else by its label, else the country, which says little. */
final class BirthPlaces implements Comparison {
    static final String NAME = "birthPlace";
    private static final double SIMILAR = 0.92;

    private final Frequencies frequencies;
    private final Level code;
    private final Level label;
    private final Level similar;
    private final Level country;
    private final Level department;
    private final Level different;
    private final Level abroad;

    BirthPlaces(Weights weights, Frequencies frequencies) {
        this.frequencies = frequencies;
        code = weights.level(NAME, "code");
        label = weights.level(NAME, "label");
        similar = weights.level(NAME, "similar");
        country = weights.level(NAME, "country");
        department = weights.level(NAME, "department");
        different = weights.level(NAME, "different");
        abroad = weights.level(NAME, "abroad");
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
        BirthPlace a = left.birthPlace();
        BirthPlace b = right.birthPlace();
        Evidence places = a == null || b == null ? null : places(a, b);
        if (places != null) {
            return twins(left, right) ? places.ofTwins() : places;
        }
        String ours = left.birthCountry();
        String theirs = right.birthCountry();
        if (ours == null || theirs == null) {
            return Level.missing(NAME);
        }
        return ours.equals(theirs) ? country.evidence(frequencies.bits(Kind.BIRTH_COUNTRY, ours)) : abroad.evidence();
    }

    /** Two people of one household born on one day are twins, and born in one place. */
    private static boolean twins(StandardRecord left, StandardRecord right) {
        PartialDate date = left.birthDate();
        return date != null && date.precision() == PartialDate.Precision.DAY && date.equals(right.birthDate());
    }

    private @Nullable Evidence places(BirthPlace a, BirthPlace b) {
        if (a.lineage() != null && b.lineage() != null) {
            if (a.lineage().equals(b.lineage())) {
                return code.evidence(frequencies.bits(Kind.BIRTH_PLACE, a.lineage()));
            }
            boolean sameDepartment = a.department() != null && a.department().equals(b.department());
            return (sameDepartment ? department : different).evidence();
        }
        if (a.label() == null || b.label() == null) {
            return null;
        }
        double similarity = JaroWinkler.similarity(a.label(), b.label());
        return (similarity == 1 ? label : similarity >= SIMILAR ? similar : abroad).evidence();
    }
}
