package fr.unefois.mdm.api.value;

import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values as people read them on a page. */
public final class Texts {
    private Texts() {}

    /** Several values one after the other; empty where there is none. */
    public static String of(List<Value> values) {
        return values.stream().map(Texts::of).collect(Collectors.joining(" "));
    }

    private static String of(Value value) {
        if (value instanceof Text text) {
            return text.value();
        }
        Address address = (Address) value;
        String town = Stream.of(address.postcode(), address.city())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return Stream.of(address.line(), town)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }
}
