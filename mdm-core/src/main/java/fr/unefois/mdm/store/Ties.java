package fr.unefois.mdm.store;

import fr.unefois.mdm.record.Relation;
import fr.unefois.mdm.record.SourceKey;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Who names these records as a parent or legal representative: a citizen's children, as the sources tell. */
public final class Ties {
    static final String CHILDREN = """
            select distinct m.ref, s.source, r ->> 'role' as role
            from unnest(?::text[], ?::text[]) k (source, id)
            join source_record s on s.said -> 'relations'
                @> jsonb_build_array(jsonb_build_object('source', k.source, 'id', k.id))
            join membership m on m.record = s.id
            cross join jsonb_array_elements(s.said -> 'relations') r
            where r ->> 'source' = k.source and r ->> 'id' = k.id
            order by m.ref, s.source, role
            """;

    private final DataSource dataSource;

    /** @param source which one tells of the tie */
    public record Child(UUID ref, String source, Relation.Role role) {}

    public Ties(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The children of the citizen who has these records; people of one household are none. */
    public List<Child> children(Collection<SourceKey> records) {
        return Transactions.run(
                dataSource,
                "reading ties",
                connection -> Sql.query(
                                connection,
                                CHILDREN,
                                row -> new Child(
                                        row.getObject("ref", UUID.class),
                                        row.getString("source"),
                                        Relation.Role.valueOf(row.getString("role"))),
                                records.stream().map(SourceKey::source).toArray(String[]::new),
                                records.stream().map(SourceKey::id).toArray(String[]::new))
                        .stream()
                        .filter(child -> child.role() != Relation.Role.HOUSEHOLD)
                        .toList());
    }
}
