package fr.unefois.mdm.connectors;

import fr.unefois.mdm.config.Section;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.Nir;
import fr.unefois.mdm.record.Relation;
import fr.unefois.mdm.record.SourceKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ties that a row tells of: whose child it is, who represents it, with whom it lives. */
final class RelationReaders {
    private static final String KEY = Relation.ATTRIBUTE.name();
    private static final Flaw NO_IDENTIFIER = new Flaw(Relation.ATTRIBUTE, "not-an-identifier");
    private static final Flaw LOOKS_LIKE_A_NIR = new Flaw(Relation.ATTRIBUTE, "looks-like-a-nir");

    /** One kind of tie; the columns hold the other records' identifiers, several in one where there is a splitter. */
    private record Reader(
            Relation.Role role,
            String source,
            List<String> columns,
            @Nullable Pattern splitter) {
        List<String> ids(SourceRow row) {
            return columns.stream()
                    .map(row::text)
                    .flatMap(text -> splitter == null ? Stream.of(text) : splitter.splitAsStream(text))
                    .map(String::strip)
                    .filter(id -> !id.isEmpty())
                    .toList();
        }
    }

    private final List<Reader> readers;

    private RelationReaders(List<Reader> readers) {
        this.readers = readers;
    }

    /** Reads {@code relations}: {@code {role, source, id}} or a list of these, where {@code id} names columns. */
    static RelationReaders read(Section mapping, String own, Set<String> sources, ColumnCollector wanted) {
        List<Section> entries = mapping.isSection(KEY) ? List.of(mapping.section(KEY)) : mapping.sections(KEY);
        List<Reader> readers = new ArrayList<>();
        for (Section entry : entries) {
            Optional<Relation.Role> role = role(entry);
            String source = entry.text("source").orElse(own);
            if (!sources.contains(source)) {
                entry.faultAt("source", "there is no source `" + source + "`; known are " + String.join(", ", sources));
            }
            List<String> columns = entry.texts("id").stream().map(String::strip).toList();
            if (columns.isEmpty() || columns.contains("")) {
                entry.faultAt(
                        "id", "`" + KEY + ".id` names the column of the other's identifier, or a list of columns");
            }
            columns.forEach(column -> wanted.add(column, KEY));
            Pattern splitter = ValueReaders.splitter(entry);
            entry.end();
            role.ifPresent(known -> readers.add(new Reader(known, source, columns, splitter)));
        }
        return new RelationReaders(readers);
    }

    private static Optional<Relation.Role> role(Section entry) {
        String word = entry.requiredText("role");
        Optional<Relation.Role> role = Relation.Role.of(word);
        if (role.isEmpty() && !word.isEmpty()) {
            entry.faultAt("role", "`" + word + "` is no role; known are " + String.join(", ", Relation.Role.words()));
        }
        return role;
    }

    /**
     * The ties of one record to others; to itself it has none.
     *
     * @param flaws receives one for an identifier that cannot be kept; the row goes on without that tie
     */
    List<Relation> read(SourceKey own, SourceRow row, List<Flaw> flaws) {
        Set<Relation> relations = new LinkedHashSet<>();
        for (Reader reader : readers) {
            for (String id : reader.ids(row)) {
                if (SourceKey.faultOf(id).isEmpty()) {
                    relations.add(new Relation(reader.role(), new SourceKey(reader.source(), id)));
                } else {
                    flaws.add(Nir.looksLike(id) ? LOOKS_LIKE_A_NIR : NO_IDENTIFIER);
                }
            }
        }
        relations.removeIf(relation -> relation.to().equals(own));
        return List.copyOf(relations);
    }
}
