package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Authoring;
import fr.unefois.mdm.arrive.Judging;
import fr.unefois.mdm.record.AuthoredValue;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Storable;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes what stewards author: each decision for good, and on the records those in force. */
final class AuthoredWriter {
    /** A bulk link that is thinking is to see that the record changed. */
    private static final String CARRY = """
            update source_record s set authored = n.authored::jsonb, changed_tx = pg_current_xact_id()
            from unnest(?::text[], ?::text[], ?::text[]) as n(source, source_id, authored)
            where s.source = n.source and s.source_id = n.source_id""";

    private AuthoredWriter() {}

    static Sql of(Authoring.Change change, Judging.Word word) {
        Sql sql = new Sql();
        List<Map.Entry<SourceKey, List<AuthoredValue>>> now =
                List.copyOf(change.now().entrySet());
        sql.add(
                CARRY,
                now.stream().map(one -> one.getKey().source()).toArray(String[]::new),
                now.stream().map(one -> one.getKey().id()).toArray(String[]::new),
                now.stream().map(one -> AuthoredJson.write(one.getValue())).toArray(String[]::new));
        if (!change.takenBack().isEmpty()) {
            sql.add(
                    "update authored_value set taken_back_by = ?, taken_back_at = ? where id = any(?)",
                    word.steward(),
                    word.at(),
                    change.takenBack().toArray(UUID[]::new));
        }
        for (AuthoredValue value : change.made()) {
            sql.add(
                    "insert into authored_value (id, attribute, said, steward, at, comment)"
                            + " values (?, ?, ?::jsonb, ?, ?, ?)",
                    value.id(),
                    value.attribute().name(),
                    AuthoredJson.write(List.of(value)),
                    value.steward(),
                    value.at(),
                    word.comment() == null ? null : Storable.text(word.comment()));
        }
        return sql;
    }
}
