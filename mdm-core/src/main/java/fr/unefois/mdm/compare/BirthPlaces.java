package fr.unefois.mdm.compare;

import fr.unefois.mdm.compare.Frequencies.Kind;
import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.record.PartialDate.Precision;
import fr.unefois.mdm.standardise.BirthPlace;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.Dictionary;
import fr.unefois.mdm.standardise.ValueColumn;
import java.util.Objects;

/** Birthplaces: the commune by its lineage, else by its label, else the country, which says little. */
final class BirthPlaces extends Comparison {
    private static final double SIMILAR = 0.92;
    /** Two places that cannot be compared: one tells its commune's code, the other a label. */
    private static final int NEITHER = 0xFF;

    private final Frequencies frequencies;
    private final int code;
    private final int label;
    private final int similar;
    private final int country;
    private final int department;
    private final int different;
    private final int abroad;

    BirthPlaces(Weights weights, Frequencies frequencies) {
        super("birthPlace", weights);
        this.frequencies = frequencies;
        code = levels().place("code");
        label = levels().place("label");
        similar = levels().place("similar");
        country = levels().place("country");
        department = levels().place("department");
        different = levels().place("different");
        abroad = levels().place("abroad");
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    boolean contradicts(int place) {
        return place == department || place == different || place == abroad;
    }

    @Override
    Comparer over(NamedColumns people) {
        return new Places(people.columns());
    }

    private final class Places implements Comparer {
        private final ValueColumn<PartialDate> dates;
        private final ValueColumn<BirthPlace> places;
        private final ValueColumn<String> countries;
        private final CodeBits placeBits;
        private final CodeBits countryBits;
        private final PairCache levelOf;

        Places(Columns columns) {
            dates = columns.birthDates();
            places = columns.birthPlaces();
            countries = columns.birthCountries();
            Dictionary<BirthPlace> known = places.values();
            placeBits = new CodeBits(
                    known.size(),
                    place -> frequencies.bits(
                            Kind.BIRTH_PLACE,
                            Objects.requireNonNull(known.value(place).lineage())));
            countryBits = new CodeBits(
                    countries.values().size(),
                    one -> frequencies.bits(
                            Kind.BIRTH_COUNTRY, countries.values().value(one)));
            levelOf = new PairCache(known.size(), known.size(), (a, b) -> level(known.value(a), known.value(b)));
        }

        @Override
        public long compare(int left, int right) {
            int a = places.code(left);
            int b = places.code(right);
            int level = a == ValueColumn.NONE || b == ValueColumn.NONE ? NEITHER : levelOf.ofEither(a, b);
            if (level != NEITHER) {
                long evidence = level == code ? levels().evidence(code, placeBits.of(a)) : levels().evidence(level);
                // Two of one household share what one person would: twins are born in one place.
                return twins(left, right)
                        ? EvidenceCode.of(level, EvidenceCode.weight(evidence), EvidenceCode.weight(evidence))
                        : evidence;
            }
            int ours = countries.code(left);
            int theirs = countries.code(right);
            if (ours == ValueColumn.NONE || theirs == ValueColumn.NONE) {
                return EvidenceCode.MISSING;
            }
            return ours == theirs ? levels().evidence(country, countryBits.of(ours)) : levels().evidence(abroad);
        }

        /** Two people of one household born on one day. */
        private boolean twins(int left, int right) {
            int date = dates.code(left);
            return date != ValueColumn.NONE
                    && date == dates.code(right)
                    && dates.values().value(date).precision() == Precision.DAY;
        }
    }

    private int level(BirthPlace a, BirthPlace b) {
        if (a.lineage() != null && b.lineage() != null) {
            if (a.lineage().equals(b.lineage())) {
                return code;
            }
            boolean sameDepartment = a.department() != null && a.department().equals(b.department());
            return sameDepartment ? department : different;
        }
        if (a.label() == null || b.label() == null) {
            return NEITHER;
        }
        double similarity = JaroWinkler.similarity(a.label(), b.label());
        return similarity == 1 ? label : similarity >= SIMILAR ? similar : abroad;
    }
}
