package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Relation;
import fr.unefois.mdm.record.SourceKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class TiesIT {
    private final DataSource dataSource;
    private final PostgresBase base;
    private final Ties ties;

    TiesIT(DataSource dataSource) {
        this.dataSource = dataSource;
        base = new PostgresBase(dataSource);
        ties = new Ties(dataSource);
    }

    @Test
    void findsWhoNamesARecordAsAParentAndNobodyOfItsHousehold() {
        SourceKey parent = Samples.key("TIES-PARENT");
        UUID child = citizen("TIES-CHILD", new Relation(Relation.Role.PARENT, parent));
        citizen("TIES-LODGER", new Relation(Relation.Role.HOUSEHOLD, parent));
        citizen("TIES-OTHER", new Relation(Relation.Role.PARENT, new SourceKey("cantine", "TIES-PARENT")));
        assertThat(ties.children(List.of(parent)))
                .containsExactly(new Ties.Child(child, "portail", Relation.Role.PARENT));
        assertThat(ties.children(List.of())).isEmpty();
    }

    @Test
    void looksThemUpInTheIndexOfTies() throws SQLException {
        citizen("TIES-INDEXED", new Relation(Relation.Role.PARENT, Samples.key("TIES-ANY")));
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Sql.update(connection, "set local enable_seqscan = off");
            String plan = String.join(
                    "\n",
                    Sql.query(
                            connection,
                            "explain " + Ties.CHILDREN,
                            row -> row.getString(1),
                            (Object) new String[] {"portail"},
                            new String[] {"TIES-ANY"}));
            assertThat(plan).contains("source_record_ties");
            connection.rollback();
        }
    }

    private UUID citizen(String id, Relation tie) {
        UUID ref = References.next();
        CitizenRecord named = Samples.record(id, id);
        CitizenRecord record = new CitizenRecord(named.key(), named.asOf(), named.values(), List.of(tie));
        return base.write(session -> {
            session.put(record, List.of(), new long[0]);
            session.apply(Samples.together(ref, 1, record));
            return ref;
        });
    }
}
