package fr.unefois.mdm.golden;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Certification;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.standardise.GivenName;
import fr.unefois.mdm.standardise.StandardRecord;
import fr.unefois.mdm.standardise.Standardiser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records of sources that only verify. They feed no value; where one of them says the same of an attribute, the
 * value that another source fed rises to the certification of the one that verified it.
 */
record Witnesses(List<Contribution> records, Standardiser standardiser) {

    GoldenValue confirm(Attribute attribute, GoldenValue value) {
        Certification best = value.provenance().certification();
        for (Contribution witness : records) {
            Certification certification = witness.source().certification(attribute);
            if (certification.level() > best.level() && agrees(attribute, value, witness)) {
                best = certification;
            }
        }
        return best.equals(value.provenance().certification())
                ? value
                : new GoldenValue(
                        value.values(),
                        new Provenance(
                                value.provenance().record(),
                                best,
                                value.provenance().asOf()));
    }

    private boolean agrees(Attribute attribute, GoldenValue value, Contribution witness) {
        CitizenRecord alone = new CitizenRecord(value.provenance().record(), null, Map.of(attribute, value.values()));
        return same(attribute, standardiser.standardise(alone).record(), witness.standard());
    }

    private static boolean same(Attribute attribute, StandardRecord said, StandardRecord verified) {
        return comparable(attribute, said)
                .flatMap(one -> comparable(attribute, verified).map(one::equals))
                .orElse(false);
    }

    private static Optional<Object> comparable(Attribute attribute, StandardRecord record) {
        return Optional.ofNullable(comparableOrNull(attribute, record));
    }

    private static @Nullable Object comparableOrNull(Attribute attribute, StandardRecord record) {
        if (attribute.equals(Attribute.BIRTH_NAME)) {
            return record.birthName() == null
                    ? null
                    : Objects.requireNonNull(record.birthName()).folded();
        }
        if (attribute.equals(Attribute.GIVEN_NAMES)) {
            return record.givenNames().isEmpty()
                    ? null
                    : record.givenNames().stream().map(GivenName::folded).toList();
        }
        if (attribute.equals(Attribute.SEX)) {
            return record.sex();
        }
        if (attribute.equals(Attribute.BIRTH_DATE)) {
            return record.birthDate() == null
                    ? null
                    : Objects.requireNonNull(record.birthDate()).iso();
        }
        if (attribute.equals(Attribute.BIRTH_PLACE)) {
            return record.birthPlace() == null
                    ? null
                    : Objects.requireNonNull(record.birthPlace()).lineage();
        }
        if (attribute.equals(Attribute.BIRTH_COUNTRY)) {
            return record.birthCountry();
        }
        return null;
    }
}
