package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.standardise.BirthPlace;
import fr.unefois.mdm.standardise.FamilyName;
import fr.unefois.mdm.standardise.GivenName;
import fr.unefois.mdm.standardise.StandardAddress;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Lets records share equal values: a town has far fewer names and dates than people. Each table keeps what it met last in
 * each place, so its size is bounded, and a value that is no longer there is merely kept twice.
 */
final class Sharing {
    private static final class Table<T> {
        private final AtomicReferenceArray<@Nullable T> values;

        Table(int places) {
            this.values = new AtomicReferenceArray<>(places);
        }

        T one(T value) {
            int hash = value.hashCode() * 0x9E3779B9;
            int place = hash >>> (Integer.numberOfLeadingZeros(values.length()) + 1);
            T known = values.getPlain(place);
            if (value.equals(known)) {
                return known;
            }
            values.setRelease(place, value);
            return value;
        }
    }

    private final Table<FamilyName> familyNames = new Table<>(1 << 18);
    private final Table<List<GivenName>> givenNames = new Table<>(1 << 18);
    private final Table<PartialDate> dates = new Table<>(1 << 16);
    private final Table<BirthPlace> places = new Table<>(1 << 16);
    private final Table<StandardAddress> addresses = new Table<>(1 << 18);
    private final Table<String> texts = new Table<>(1 << 18);

    String source(String source) {
        return texts.one(source);
    }

    StandardRecord share(StandardRecord record) {
        return new StandardRecord(
                record.key(),
                shared(familyNames, record.birthName()),
                shared(familyNames, record.usageName()),
                record.formerNames(),
                givenNames.one(record.givenNames()),
                record.sex(),
                shared(dates, record.birthDate()),
                shared(places, record.birthPlace()),
                shared(texts, record.birthCountry()),
                record.emails(),
                record.phones(),
                record.addresses().stream().map(addresses::one).toList(),
                others(record.others()));
    }

    private static <T> @Nullable T shared(Table<T> table, @Nullable T value) {
        return value == null ? null : table.one(value);
    }

    private Map<Attribute, String> others(Map<Attribute, String> others) {
        if (others.isEmpty()) {
            return others;
        }
        Map<Attribute, String> shared = new java.util.HashMap<>(others);
        shared.replaceAll((attribute, text) -> texts.one(text));
        return shared;
    }
}
