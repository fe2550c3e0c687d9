package fr.unefois.mdm.standardise;

import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Nir;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes out of a record what may not be kept. */
final class Forbidden {
    private Forbidden() {}

    static CitizenRecord removedFrom(CitizenRecord record) {
        if (record.values().values().stream().flatMap(List::stream).noneMatch(Forbidden::has)) {
            return record;
        }
        Map<Attribute, List<Value>> kept = new TreeMap<>();
        record.values().forEach((attribute, values) -> kept.put(attribute, allowed(values)));
        return new CitizenRecord(record.key(), record.asOf(), kept, record.relations());
    }

    private static List<Value> allowed(List<Value> values) {
        List<Value> kept = new ArrayList<>(values.size());
        for (Value value : values) {
            if (value instanceof Address address) {
                kept.add(allowed(address));
            } else if (!has(value)) {
                kept.add(value);
            }
        }
        return kept;
    }

    private static boolean has(Value value) {
        if (value instanceof Text text) {
            return Nir.looksLike(text.value());
        }
        return value instanceof Address address && !allowed(address).equals(address);
    }

    private static Address allowed(Address address) {
        return new Address(
                allowed(address.line()),
                allowed(address.postcode()),
                allowed(address.city()),
                allowed(address.cityCode()),
                address.secret());
    }

    private static @Nullable String allowed(@Nullable String text) {
        return text == null || Nir.looksLike(text) ? null : text;
    }
}
