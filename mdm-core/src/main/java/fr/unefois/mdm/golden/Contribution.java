package fr.unefois.mdm.golden;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Source;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.List;
import java.util.regex.Pattern;

/** One record's say in a golden record: its sound values, with the trust of its source. */
record Contribution(CitizenRecord record, StandardRecord standard, Source source) {
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[\\s,]+");

    /**
     * The values of an attribute that may survive, each a list where a list is one value. What standardising refused
     * has none. Names and addresses stay as received; dates, codes and contacts take their standard writing.
     */
    List<GoldenValue> values(Attribute attribute) {
        if (attribute.equals(Attribute.ADDRESSES)) {
            return separate(attribute, standard.addresses().isEmpty() ? List.of() : record.values(attribute));
        }
        if (attribute.equals(Attribute.EMAILS)) {
            return separate(attribute, texts(standard.emails()));
        }
        if (attribute.equals(Attribute.PHONES)) {
            return separate(attribute, texts(standard.phones()));
        }
        if (attribute.equals(Attribute.IDENTIFIERS) || attribute.equals(Attribute.NAME_HISTORY)) {
            return separate(attribute, record.values(attribute));
        }
        List<Value> values = single(attribute);
        return values.isEmpty() ? List.of() : List.of(new GoldenValue(values, provenance(attribute)));
    }

    private List<Value> single(Attribute attribute) {
        if (attribute.equals(Attribute.BIRTH_NAME)) {
            return standard.birthName() == null ? List.of() : received(attribute);
        }
        if (attribute.equals(Attribute.USAGE_NAME)) {
            return standard.usageName() == null ? List.of() : received(attribute);
        }
        if (attribute.equals(Attribute.GIVEN_NAMES)) {
            return standard.givenNames().isEmpty() ? List.of() : givenNames();
        }
        if (attribute.equals(Attribute.SEX)) {
            return switch (standard.sex()) {
                case M, F -> texts(List.of(standard.sex().name()));
                case UNKNOWN -> List.of();
            };
        }
        if (attribute.equals(Attribute.BIRTH_DATE)) {
            return standard.birthDate() == null
                    ? List.of()
                    : texts(List.of(standard.birthDate().iso()));
        }
        if (attribute.equals(Attribute.BIRTH_PLACE)) {
            return standard.birthPlace() == null ? List.of() : received(attribute);
        }
        if (attribute.equals(Attribute.BIRTH_COUNTRY)) {
            return standard.birthCountry() == null ? List.of() : texts(List.of(standard.birthCountry()));
        }
        return received(attribute);
    }

    private List<Value> received(Attribute attribute) {
        return record.values(attribute);
    }

    /** One text that lists them all becomes the list; a compound stays one. */
    private List<Value> givenNames() {
        return record.texts(Attribute.GIVEN_NAMES).stream()
                .flatMap(BETWEEN_NAMES::splitAsStream)
                .filter(name -> !name.isEmpty())
                .<Value>map(Text::new)
                .toList();
    }

    private List<GoldenValue> separate(Attribute attribute, List<Value> values) {
        Provenance provenance = provenance(attribute);
        return values.stream()
                .map(value -> new GoldenValue(List.of(value), provenance))
                .toList();
    }

    private static List<Value> texts(List<String> texts) {
        return texts.stream().<Value>map(Text::new).toList();
    }

    private Provenance provenance(Attribute attribute) {
        return new Provenance(record.key(), source.certification(attribute), record.asOf());
    }
}
