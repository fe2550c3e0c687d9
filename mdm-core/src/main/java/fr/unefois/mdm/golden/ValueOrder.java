package fr.unefois.mdm.golden;

import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An order of values, for ties. */
final class ValueOrder {
    private ValueOrder() {}

    static String of(GoldenValue value) {
        return value.values().stream().map(ValueOrder::text).collect(Collectors.joining("\u0000"));
    }

    private static String text(Value value) {
        if (value instanceof Address address) {
            return String.join(
                    "\u0001",
                    orEmpty(address.line()),
                    orEmpty(address.postcode()),
                    orEmpty(address.city()),
                    orEmpty(address.cityCode()));
        }
        return ((Text) value).value();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
