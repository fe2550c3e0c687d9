package fr.unefois.mdm.connectors;

import fr.unefois.mdm.config.Section;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.Relation;
import fr.unefois.mdm.record.SourceFile;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final RelationReaders relations;
    private final @Nullable InstantReader asOf;

    private Mapping(
            String source,
            Columns columns,
            Map<Attribute, ValueReader> readers,
            RelationReaders relations,
            @Nullable InstantReader asOf) {
        this.source = source;
        this.columns = columns;
        this.readers = readers;
        this.relations = relations;
        this.asOf = asOf;
    }

    /**
     * Reads and checks the {@code mapping} section.
     *
     * @param sources the names of all sources: a relation leads to a record of one of them
     */
    static Mapping read(SourceFile file, Set<String> sources) {
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
        RelationReaders relations = RelationReaders.read(section, file.source().name(), sources, wanted);
        for (String key : section.keys()) {
            if (!isKnown(key)) {
                section.faultAt(key, "`mapping." + key + "` is not an attribute; known are " + Attribute.CANONICAL);
            }
        }
        if (readers.isEmpty()) {
            section.fault("`mapping` maps no attribute; write `birthName: COLUMN` and so on");
        }
        return new Mapping(file.source().name(), new Columns(id, wanted.all()), readers, relations, asOf);
    }

    private static boolean isKnown(String key) {
        return key.equals("id")
                || key.equals(AS_OF.name())
                || key.equals(Relation.ATTRIBUTE.name())
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
        SourceKey key = new SourceKey(source, id);
        List<Relation> ties = relations.read(key, row, flaws);
        return new MappedRow(row.line(), new CitizenRecord(key, at, values, ties), flaws);
    }
}
