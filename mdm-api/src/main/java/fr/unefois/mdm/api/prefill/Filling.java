package fr.unefois.mdm.api.prefill;

import fr.unefois.mdm.access.Profile;
import fr.unefois.mdm.access.ServiceContract;
import fr.unefois.mdm.api.prefill.PrefillAnswer.FieldAnswer;
import fr.unefois.mdm.api.value.Values;
import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fills a form, field by field, from profiles; what is missing or doubtful is absent with a reason, never guessed. */
final class Filling {
    private static final String NOT_KNOWN = "not-known";

    private final ServiceContract contract;
    private final Profile requester;
    private final @Nullable Profile child;

    /** @param child null where the call names none */
    Filling(ServiceContract contract, Profile requester, @Nullable Profile child) {
        this.contract = contract;
        this.requester = requester;
        this.child = child;
    }

    PrefillAnswer fill(Form form) {
        Map<String, FieldAnswer> fields = new LinkedHashMap<>();
        form.fields().forEach(field -> fields.put(field.name(), answer(field)));
        return new PrefillAnswer(
                form.name(),
                form.title(),
                form.notice(),
                fields,
                (int) fields.values().stream()
                        .filter(field -> field.value() != null)
                        .count(),
                (int) fields.values().stream()
                        .filter(field -> Boolean.TRUE.equals(field.verified()))
                        .count(),
                fields.size());
    }

    private FieldAnswer answer(Form.Field field) {
        Profile profile = field.whose() == Form.Whose.CHILD ? child : requester;
        if (field.ground() == null) {
            return FieldAnswer.absent("no-ground");
        }
        if (!contract.readable().contains(field.attribute())) {
            return FieldAnswer.absent("outside-contract");
        }
        if (profile == null) {
            return FieldAnswer.absent("no-child");
        }
        if (profile.withheld().contains(field.attribute())) {
            return FieldAnswer.absent(Profile.DOUBTFUL_LINK);
        }
        for (Profile.Shown shown : profile.values(field.attribute())) {
            String text = text(field.part(), shown.values());
            if (text != null && !text.isBlank()) {
                boolean verified = shown.certification().verified();
                return new FieldAnswer(text, verified, !verified, shown.source(), Values.day(shown.since()), null);
            }
        }
        return FieldAnswer.absent(NOT_KNOWN);
    }

    private static @Nullable String text(Form.Part part, List<Value> values) {
        List<String> texts = values.stream()
                .map(value -> text(part, value))
                .filter(Objects::nonNull)
                .toList();
        return part == Form.Part.FIRST
                ? texts.stream().findFirst().orElse(null)
                : texts.stream().collect(Collectors.joining(" "));
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
                java.util.stream.Stream.of(address.line(), address.postcode(), address.city())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
        };
    }
}
