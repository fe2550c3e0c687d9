package fr.unefois.mdm.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.Relation;
import fr.unefois.mdm.record.Relation.Role;
import fr.unefois.mdm.record.SourceKey;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelationReadersTest {
    private static final String HEAD = "mapping:\n  id: id\n  birthName: nom\n  relations:\n";
    private static final String TWO_PARENTS = HEAD
            + "    - {role: legalRepresentative, id: [parent1, parent2]}\n    - {role: household, id: foyer, split: comma}\n";

    private final SourceFixture source;

    RelationReadersTest(@TempDir Path folder) {
        source = new SourceFixture(folder);
    }

    @Test
    void aRowTellsWhoRepresentsAChildAndWithWhomItLives() {
        source.mapping(TWO_PARENTS).file("id;nom;parent1;parent2;foyer\n1;Roux;7; 8 ;7, 9\n7;Roux;;;\n");
        assertThat(ties())
                .containsExactly(
                        List.of(
                                tie(Role.LEGAL_REPRESENTATIVE, "town", "7"),
                                tie(Role.LEGAL_REPRESENTATIVE, "town", "8"),
                                tie(Role.HOUSEHOLD, "town", "7"),
                                tie(Role.HOUSEHOLD, "town", "9")),
                        List.of());
    }

    @Test
    void aTieThatIsToldTwiceOrLeadsToTheRecordItselfIsNone() {
        source.mapping(TWO_PARENTS).file("id;nom;parent1;parent2;foyer\n7;Roux;8;8;7\n");
        assertThat(ties()).containsExactly(List.of(tie(Role.LEGAL_REPRESENTATIVE, "town", "8")));
    }

    @Test
    void oneEntryNeedsNoList() {
        source.mapping(HEAD + "    role: parent\n    source: town\n    id: p\n").file("id;nom;p\n1;Roux;7\n");
        assertThat(ties()).containsExactly(List.of(tie(Role.PARENT, "town", "7")));
    }

    @Test
    void whatMayNotBeKeptAsAnIdentifierIsAFlawAndTheRowStays() {
        source.mapping(TWO_PARENTS)
                .file("id;nom;parent1;parent2;foyer\n1;Roux;285055746300473;8;\n2;Roux;" + "9".repeat(201) + ";;\n");
        assertThat(ties()).containsExactly(List.of(tie(Role.LEGAL_REPRESENTATIVE, "town", "8")), List.of());
        Attribute relations = new Attribute("relations");
        assertThat(source.readings())
                .map(reading -> ((MappedRow) reading).flaws())
                .containsExactly(
                        List.of(new Flaw(relations, "looks-like-a-nir")),
                        List.of(new Flaw(relations, "not-an-identifier")));
    }

    @Test
    void theColumnOfATieMustBeThere() {
        source.mapping(TWO_PARENTS).file("id;nom;parent1;foyer\n1;Roux;7;\n");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(source::readings))
                .isInstanceOf(UnreadableSource.class)
                .hasMessageContaining("column `parent2` (for relations) is missing");
    }

    @Test
    void whatCannotBeUnderstoodIsAFaultWithItsLine() {
        source.mapping(HEAD
                + "    - {role: guardian, id: a}\n    - {role: parent, source: elsewhere, id: a}\n    - {role: parent}\n"
                + "    - {id: a}\n    - {role: parent, id: a, colum: b}\n");
        assertThat(source.faults())
                .containsExactlyInAnyOrder(
                        "sources/town.yml:12: `guardian` is no role; known are parent, legalRepresentative, household",
                        "sources/town.yml:13: there is no source `elsewhere`; known are town",
                        "sources/town.yml:14: `relations.id` names the column of the other's identifier, or a list of"
                                + " columns",
                        "sources/town.yml:15: `mapping.relations.role` is missing",
                        "sources/town.yml:16: `mapping.relations.colum` is not known here; known are role, source, id,"
                                + " split");
    }

    private List<List<Relation>> ties() {
        return source.records().stream().map(record -> record.relations()).toList();
    }

    private static Relation tie(Role role, String source, String id) {
        return new Relation(role, new SourceKey(source, id));
    }
}
