package fr.unefois.mdm.connectors;

import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.config.Section;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.SourceFile;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Columns to a {@link CitizenRecord}. It gives values their canonical shape where it can, and leaves them as they came
 * where it cannot: standardising finds the flaw.
 */
public final class Mapping {
    private static final Attribute AS_OF = new Attribute("asOf");

    private final String source;
    private final Columns columns;
    private final Map<Attribute, ValueReader> readers;
    private final @Nullable InstantReader asOf;

    private Mapping(String source, Columns columns, Map<Attribute, ValueReader> readers, @Nullable InstantReader asOf) {
        this.source = source;
        this.columns = columns;
        this.readers = readers;
        this.asOf = asOf;
    }

    /** Reads and checks the {@code mapping} section. */
    public static Mapping read(SourceFile file, Faults faults) {
        Section section = file.mapping();
        ColumnCollector wanted = new ColumnCollector();
        String id = section.requiredText("id").strip();
        wanted.add(id, "id");
        InstantReader asOf = section.has("asOf") ? InstantReader.read(section, wanted) : null;
        Map<Attribute, ValueReader> readers = new TreeMap<>();
        for (Attribute attribute : Attribute.CANONICAL) {
            if (section.has(attribute.name())) {
                readers.put(attribute, ValueReaders.read(section, attribute, wanted));
            }
        }
        for (String key : section.keys()) {
            if (!isKnown(key)) {
                section.faultAt(key, "`mapping." + key + "` is not an attribute; known are " + Attribute.CANONICAL);
            }
        }
        if (readers.isEmpty()) {
            section.fault("`mapping` maps no attribute; write `birthName: COLUMN` and so on");
        }
        return new Mapping(file.source().name(), new Columns(id, wanted.all()), readers, asOf);
    }

    private static boolean isKnown(String key) {
        return key.equals("id")
                || key.equals(AS_OF.name())
                || Attribute.CANONICAL.stream()
                        .anyMatch(attribute -> attribute.name().equals(key));
    }

    /** Every column that must be there. */
    public Columns columns() {
        return columns;
    }

    /** The attributes that the source says something of. */
    public List<Attribute> attributes() {
        return List.copyOf(readers.keySet());
    }

    /** Maps one row; never throws, whatever it holds. */
    MappedRow map(String id, SourceRow row) {
        Map<Attribute, List<Value>> values = new TreeMap<>();
        readers.forEach((attribute, reader) -> values.put(attribute, reader.values(row)));
        List<Flaw> flaws = new ArrayList<>();
        Instant at = null;
        if (asOf != null && !asOf.text(row).isEmpty()) {
            at = asOf.instant(row).orElse(null);
            if (at == null) {
                flaws.add(new Flaw(AS_OF, "not-a-date"));
            }
        }
        return new MappedRow(row.line(), new CitizenRecord(new SourceKey(source, id), at, values), flaws);
    }
}
