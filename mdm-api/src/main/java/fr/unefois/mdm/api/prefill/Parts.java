package fr.unefois.mdm.api.prefill;

import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of a value that a field wants, as the one text that a form's input takes. */
final class Parts {
    private Parts() {}

    /** Empty where the value lacks that part. */
    static Optional<String> text(Form.Part part, List<Value> values) {
        Stream<String> texts = values.stream().map(value -> text(part, value)).filter(Objects::nonNull);
        String text = part == Form.Part.FIRST ? texts.findFirst().orElse("") : texts.collect(Collectors.joining(" "));
        return Optional.of(text).filter(some -> !some.isBlank());
    }

    private static @Nullable String text(Form.Part part, Value value) {
        if (value instanceof Text text) {
            return text.value();
        }
        Address address = (Address) value;
        return switch (part) {
            case LINE -> address.line();
            case POSTCODE -> address.postcode();
            case CITY -> address.city();
            case CITY_CODE -> address.cityCode();
            case WHOLE, FIRST ->
                Stream.of(address.line(), address.postcode(), address.city())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
        };
    }
}
