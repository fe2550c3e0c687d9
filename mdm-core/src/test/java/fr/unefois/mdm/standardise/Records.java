package fr.unefois.mdm.standardise;

import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Citizen records for tests, built attribute by attribute, under a clock of 15 September 2026. */
final class Records {
    static final Standardiser STANDARDISER =
            Standardiser.french(Clock.fixed(Instant.parse("2026-09-15T12:00:00Z"), ZoneOffset.UTC));

    private final Map<Attribute, List<Value>> values = new TreeMap<>();

    static Records of(Attribute attribute, String... texts) {
        return new Records().and(attribute, texts);
    }

    Records and(Attribute attribute, String... texts) {
        for (String text : texts) {
            values.computeIfAbsent(attribute, any -> new ArrayList<>()).add(new Text(text));
        }
        return this;
    }

    Records address(@Nullable String line, @Nullable String postcode, @Nullable String city, @Nullable String code) {
        values.computeIfAbsent(Attribute.ADDRESSES, any -> new ArrayList<>())
                .add(new Address(line, postcode, city, code));
        return this;
    }

    CitizenRecord record() {
        return new CitizenRecord(new SourceKey("test", "1"), null, values);
    }

    StandardRecord standard() {
        return STANDARDISER.standardise(record()).record();
    }

    List<String> flaws() {
        return STANDARDISER.standardise(record()).flaws().stream()
                .map(Flaw::rule)
                .toList();
    }
}
