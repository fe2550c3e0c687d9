package fr.unefois.mdm.api.prefill;

import fr.unefois.mdm.config.Section;
import fr.unefois.mdm.record.Attribute;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one field of a form, with every fault that it has. */
final class FieldReader {
    private final ConsentTerms terms;

    FieldReader(ConsentTerms terms) {
        this.terms = terms;
    }

    Form.Field read(String name, Section field) {
        Form.Whose whose = field.constant("whose", Form.Whose.class).orElse(Form.Whose.REQUESTER);
        Form.Field read = new Form.Field(
                name,
                whose == Form.Whose.OTHER_PARENT ? nothingOf(field) : attribute(field),
                field.constant("part", Form.Part.class).orElse(Form.Part.WHOLE),
                whose,
                ground(field));
        field.end();
        return read;
    }

    private static @Nullable Attribute nothingOf(Section otherParent) {
        if (otherParent.text("attribute").isPresent()) {
            otherParent.faultAt(
                    "attribute", "of the other parent only that there is one is told; leave `attribute` out");
        }
        return null;
    }

    private static Attribute attribute(Section field) {
        String attribute = field.requiredText("attribute");
        return Attribute.CANONICAL.stream()
                .filter(known -> known.name().equals(attribute))
                .findFirst()
                .orElseGet(() -> {
                    field.faultAt(
                            "attribute", "`" + attribute + "` is not an attribute; known are " + Attribute.CANONICAL);
                    return Attribute.BIRTH_NAME;
                });
    }

    private @Nullable Ground ground(Section field) {
        Optional<Ground> law =
                field.parsed("ground", "one of " + String.join(", ", Ground.Law.ARTICLES), Ground.Law::new);
        Optional<String> consent = field.text("consent");
        if (field.has("ground") && consent.isPresent()) {
            field.faultAt("consent", "a field rests on a `ground` in law or on a `consent`, not on both");
        }
        consent.filter(name -> terms.term(name).isEmpty())
                .ifPresent(name -> field.faultAt(
                        "consent",
                        "there is no consents/" + name + ".yml; known are "
                                + terms.all().keySet()));
        return consent.<Ground>map(Ground.Consent::new).or(() -> law).orElse(null);
    }
}
