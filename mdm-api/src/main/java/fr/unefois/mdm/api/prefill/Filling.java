package fr.unefois.mdm.api.prefill;

import fr.unefois.mdm.access.Profile;
import fr.unefois.mdm.access.ServiceContract;
import fr.unefois.mdm.api.prefill.PrefillAnswer.FieldAnswer;
import fr.unefois.mdm.api.value.Values;
import fr.unefois.mdm.record.Attribute;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fills a form, field by field, from profiles; what is missing or doubtful is absent with a reason, never guessed. */
final class Filling {
    private static final String NOT_KNOWN = "not-known";

    private final ServiceContract contract;
    private final Family family;

    Filling(ServiceContract contract, Family family) {
        this.contract = contract;
        this.family = family;
    }

    Map<String, FieldAnswer> fill(Form form) {
        Map<String, FieldAnswer> fields = new LinkedHashMap<>();
        form.fields().forEach(field -> fields.put(field.name(), answer(field)));
        return fields;
    }

    private FieldAnswer answer(Form.Field field) {
        Attribute attribute = field.attribute();
        Family.Person person = field.whose() == Form.Whose.CHILD ? family.child() : family.requester();
        Optional<String> why = withoutGround(field.ground());
        if (why.isPresent()) {
            return FieldAnswer.absent(why.get());
        }
        if (attribute == null) {
            return FieldAnswer.absent(otherParent());
        }
        if (!contract.readable().contains(attribute)) {
            return FieldAnswer.absent("outside-contract");
        }
        if (person == null) {
            return FieldAnswer.absent("no-child");
        }
        if (person.profile().withheld().contains(attribute)) {
            return FieldAnswer.absent(Profile.DOUBTFUL_LINK);
        }
        return person.profile().values(attribute).stream()
                .map(shown -> answer(field.part(), shown))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> FieldAnswer.absent(NOT_KNOWN));
    }

    private Optional<String> withoutGround(@Nullable Ground ground) {
        if (ground == null) {
            return Optional.of("no-ground");
        }
        boolean refused =
                ground instanceof Ground.Consent consent && !family.consents().contains(consent.name());
        return refused ? Optional.of("no-consent") : Optional.empty();
    }

    private String otherParent() {
        if (family.child() == null) {
            return "no-child";
        }
        return family.otherParent() ? "private" : NOT_KNOWN;
    }

    private static Optional<FieldAnswer> answer(Form.Part part, Profile.Shown shown) {
        return Parts.text(part, shown.values()).map(text -> {
            boolean verified = shown.certification().verified();
            return new FieldAnswer(text, verified, !verified, shown.source(), Values.day(shown.since()), null);
        });
    }
}
