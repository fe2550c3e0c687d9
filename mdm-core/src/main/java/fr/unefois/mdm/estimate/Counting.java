package fr.unefois.mdm.estimate;

import fr.unefois.mdm.compare.Frequencies;
import fr.unefois.mdm.compare.Frequencies.Kind;
import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.standardise.FamilyName;
import fr.unefois.mdm.standardise.GivenName;
import fr.unefois.mdm.standardise.StandardAddress;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Learns how frequent values are from the records themselves; their order does not matter. */
public final class Counting {
    private Counting() {}

    public static Frequencies frequencies(Collection<StandardRecord> records) {
        Frequencies.Builder counted = new Frequencies.Builder();
        for (StandardRecord record : records) {
            count(record, counted);
        }
        return counted.build();
    }

    private static List<FamilyName> names(StandardRecord record) {
        return Stream.of(record.birthName(), record.usageName())
                .filter(Objects::nonNull)
                .toList();
    }

    private static void count(StandardRecord record, Frequencies.Builder counted) {
        if (record.birthName() != null) {
            counted.count(Kind.FAMILY_NAME, record.birthName().folded());
        }
        if (record.usageName() != null) {
            counted.count(Kind.FAMILY_NAME, record.usageName().folded());
        }
        if (!record.givenNames().isEmpty()) {
            GivenName first = record.givenNames().get(0);
            PartialDate birth = record.birthDate();
            counted.countGivenName(first.folded(), record.sex(), birth == null ? 0 : birth.year());
            counted.count(Kind.GIVEN_NAME_VARIANT, first.variant());
            if (record.givenNames().size() > 1) {
                counted.count(
                        Kind.TWO_GIVEN_NAMES,
                        first.folded() + ' ' + record.givenNames().get(1).folded());
            }
            if (birth != null) {
                for (FamilyName name : names(record)) {
                    counted.countName(first.folded(), name.folded(), birth.year());
                }
            }
        }
        if (record.birthPlace() != null && record.birthPlace().lineage() != null) {
            counted.count(Kind.BIRTH_PLACE, record.birthPlace().lineage());
        }
        if (record.birthCountry() != null) {
            counted.count(Kind.BIRTH_COUNTRY, record.birthCountry());
        }
        for (StandardAddress address : record.addresses()) {
            if (address.postcode() != null) {
                counted.count(Kind.POSTCODE, address.postcode());
            }
            if (!address.way().isEmpty()) {
                counted.count(Kind.STREET, address.way());
                counted.count(Kind.HOUSE, address.way() + ' ' + address.number());
            }
        }
        record.others().forEach(counted::count);
        record.phones().forEach(phone -> counted.count(Kind.PHONE, phone));
        record.emails().forEach(email -> counted.count(Kind.EMAIL, email));
    }
}
