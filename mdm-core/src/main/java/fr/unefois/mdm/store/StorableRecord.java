package fr.unefois.mdm.store;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.Nir;
import fr.unefois.mdm.record.Relation;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Storable;
import fr.unefois.mdm.record.Value;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record ready to be kept: characters that PostgreSQL cannot keep are gone from its values, and each attribute that
 * had one carries a flaw.
 */
record StorableRecord(CitizenRecord record, List<Flaw> flaws) {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    static StorableRecord of(CitizenRecord record, List<Flaw> flaws) {
        checkKey(record.key());
        for (Relation relation : record.relations()) {
            checkKey(relation.to());
        }
        if (isStorable(record)) {
            return new StorableRecord(record, List.copyOf(new LinkedHashSet<>(flaws)));
        }
        Set<Flaw> found = new LinkedHashSet<>(flaws);
        Map<Attribute, List<Value>> values = new TreeMap<>();
        record.values().forEach((attribute, list) -> {
            List<Value> kept = new ArrayList<>(list.size());
            list.forEach(value -> kept.add(Storable.value(value)));
            if (!kept.equals(list)) {
                found.add(new Flaw(attribute, Storable.RULE));
            }
            values.put(attribute, kept);
        });
        return new StorableRecord(
                new CitizenRecord(record.key(), instant(record.asOf()), values, record.relations()),
                List.copyOf(found));
    }

    /** Most are, and need no copy. */
    private static boolean isStorable(CitizenRecord record) {
        return Objects.equals(instant(record.asOf()), record.asOf())
                && record.values().values().stream()
                        .flatMap(List::stream)
                        .allMatch(value -> Storable.value(value).equals(value));
    }

    /** PostgreSQL keeps microseconds; what lies outside four-digit years is no date of a source. */
    private static @Nullable Instant instant(@Nullable Instant asOf) {
        if (asOf == null || asOf.isBefore(FIRST) || asOf.isAfter(LAST)) {
            return null;
        }
        return asOf.truncatedTo(ChronoUnit.MICROS);
    }

    static void checkKey(SourceKey key) {
        if (!Storable.isStorable(key.source()) || !Storable.isStorable(key.id())) {
            throw new IllegalArgumentException("an identifier of source " + Storable.text(key.source())
                    + " holds a character that cannot be stored (U+0000 or half a surrogate pair)");
        }
        // Whoever receives an identifier refuses it in better words; here no way in is forgotten.
        if (Nir.looksLike(key.id())) {
            throw new IllegalArgumentException("an identifier of source " + Storable.text(key.source())
                    + " looks like a NIR, which may not be kept");
        }
    }
}
