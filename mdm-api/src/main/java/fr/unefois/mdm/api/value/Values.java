package fr.unefois.mdm.api.value;

import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values as JSON: a text, an address, or the list of given names. */
public final class Values {
    /** The day of an instant is the day that it was in France. */
    public static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private Values() {}

    /** @param values one value, or the whole list where a list is one value */
    public static Object json(Attribute attribute, List<Value> values) {
        if (attribute.equals(Attribute.GIVEN_NAMES) || values.size() != 1) {
            return values.stream().map(Values::json).toList();
        }
        return json(values.get(0));
    }

    public static Object json(Value value) {
        if (value instanceof Text text) {
            return text.value();
        }
        return AddressValue.of((Address) value);
    }

    public static @Nullable LocalDate day(@Nullable Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, FRANCE);
    }
}
