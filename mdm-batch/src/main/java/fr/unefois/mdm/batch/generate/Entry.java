package fr.unefois.mdm.batch.generate;

import fr.unefois.mdm.record.SourceKey;
import java.util.EnumMap;
import java.util.Map;

/** One row of one source about one citizen: what was entered, before the source lays it out its own way. */
final class Entry {
    final SourceSystem system;
    final String sourceId;
    final int citizen;
    private final Map<Field, String> values = new EnumMap<>(Field.class);

    Entry(SourceSystem system, String sourceId, int citizen) {
        this.system = system;
        this.sourceId = sourceId;
        this.citizen = citizen;
    }

    /** Empty where nothing was entered. */
    String get(Field field) {
        return values.getOrDefault(field, "");
    }

    void set(Field field, String value) {
        values.put(field, value);
    }

    SourceKey key() {
        return new SourceKey(system.id, sourceId);
    }
}
