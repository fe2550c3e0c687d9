package fr.unefois.mdm.standardise;

import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Sex;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A citizen record that says in plain texts what a standard record says. */
final class Rebuilt {
    private final Map<Attribute, List<Value>> values = new TreeMap<>();

    static CitizenRecord from(StandardRecord record) {
        Rebuilt rebuilt = new Rebuilt();
        rebuilt.add(Attribute.BIRTH_NAME, text(record.birthName()));
        rebuilt.add(Attribute.USAGE_NAME, text(record.usageName()));
        record.formerNames().forEach(name -> rebuilt.add(Attribute.NAME_HISTORY, text(name)));
        record.givenNames().forEach(name -> rebuilt.add(Attribute.GIVEN_NAMES, name.folded()));
        rebuilt.add(
                Attribute.SEX, record.sex() == Sex.UNKNOWN ? null : record.sex().name());
        rebuilt.add(
                Attribute.BIRTH_DATE,
                record.birthDate() == null ? null : record.birthDate().iso());
        rebuilt.add(Attribute.BIRTH_PLACE, text(record.birthPlace()));
        rebuilt.add(Attribute.BIRTH_COUNTRY, record.birthCountry());
        record.emails().forEach(email -> rebuilt.add(Attribute.EMAILS, email));
        record.phones().forEach(phone -> rebuilt.add(Attribute.PHONES, phone));
        record.addresses().forEach(rebuilt::add);
        record.others().forEach(rebuilt::add);
        return new CitizenRecord(record.key(), null, rebuilt.values);
    }

    private void add(Attribute attribute, @Nullable String text) {
        if (text != null) {
            values.computeIfAbsent(attribute, any -> new ArrayList<>()).add(new Text(text));
        }
    }

    private void add(StandardAddress address) {
        String number = address.number() == 0 ? "" : address.number() + address.suffix();
        values.computeIfAbsent(Attribute.ADDRESSES, any -> new ArrayList<>())
                .add(new Address(
                        number + " " + address.wayType() + " " + address.way(),
                        address.postcode(),
                        address.city(),
                        address.cityCode()));
    }

    private static @Nullable String text(@Nullable BirthPlace place) {
        if (place == null || place.lineage() != null) {
            return place == null ? null : place.lineage();
        }
        if (place.label() == null) {
            return place.department();
        }
        return place.department() == null ? place.label() : place.label() + " (" + place.department() + ")";
    }

    /** The words again: the parts, and between them the particles that {@code folded} runs together. */
    private static @Nullable String text(@Nullable FamilyName name) {
        return name == null ? null : spaced(name.folded(), name.parts());
    }

    private static @Nullable String spaced(String rest, List<String> parts) {
        if (rest.isEmpty()) {
            return parts.isEmpty() ? "" : null;
        }
        if (!parts.isEmpty() && rest.startsWith(parts.get(0))) {
            String tail = spaced(rest.substring(parts.get(0).length()), parts.subList(1, parts.size()));
            if (tail != null) {
                return parts.get(0) + " " + tail;
            }
        }
        for (String particle : FamilyNames.PARTICLES) {
            String tail = rest.startsWith(particle) ? spaced(rest.substring(particle.length()), parts) : null;
            if (tail != null) {
                return particle + " " + tail;
            }
        }
        return null;
    }
}
