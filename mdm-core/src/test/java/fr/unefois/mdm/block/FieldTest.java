package fr.unefois.mdm.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.compare.Pairs;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {
    private static final StandardRecord SAMPLE = Pairs.standard(Citizens.record("a", "1")
            .birthName("D'ALMEIDA")
            .usageName("MARTIN--BERTHIER")
            .givenNames("Jean-Pierre", "Marie")
            .sex("M")
            .birthDate("1986-04-11")
            .birthPlace("69383")
            .emails("jp@fai.example.fr")
            .phones("06 12 34 56 78")
            .address("12 bis rue Pasteur", "69007", "Lyon", "69387")
            .texts(new Attribute("suburb"), "Cleveland"));

    @ParameterizedTest
    @CsvSource({
        "email, jp@fai.example.fr",
        "phone, +33612345678",
        "surname, DALMEIDA|ALMEIDA|MARTINBERTHIER|MARTIN|BERTHIER",
        "surname3, DAL|MAR",
        "surname4, DALM|MART",
        "first, JEAN-PIERRE",
        "first3, JEA",
        "name3, DAL|MAR|JEA",
        "date, 19860411",
        "year, 1986",
        "yearMonth, 198604",
        "monthDay, 411",
        "postcode, 69007",
        "street, 69007 PASTEUR",
        "house, 69007 PASTEUR 12",
        "birthPlace, 69123",
        "names, DALMEIDA JEANPIERRE|JEANPIERRE MARTINBERTHIER",
        "sex, M",
        "any, any",
        "suburb, CLEVELAND",
        "suburb:4, CLEV",
        "suburb:40, CLEVELAND",
    })
    void readsItsValuesOfARecord(String field, String values) {
        assertThat(Field.named(field).values(SAMPLE)).containsExactly(values.split("\\|"));
    }

    @ParameterizedTest
    @EnumSource(CitizenField.class)
    void hashesInColumnsWhatItReadsOfRecords(CitizenField field) {
        List<StandardRecord> crowd = new ArrayList<>(Pairs.crowd(60, 21));
        crowd.add(SAMPLE);
        FieldHashes hashes = field.over(Columns.of(crowd));
        Map<Long, String> known = new HashMap<>();
        for (int i = 0; i < crowd.size(); i++) {
            Hashes read = new Hashes();
            hashes.read(i, read);
            List<String> values = field.values(crowd.get(i));
            assertThat(read.size()).isEqualTo(values.size());
            for (int j = 0; j < values.size(); j++) {
                assertThat(known.computeIfAbsent(read.get(j), absent -> "")).isIn("", values.get(j));
                known.put(read.get(j), values.get(j));
            }
        }
        assertThat(known.values()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(CitizenField.class)
    void isKnownByItsNameAndNamesWhatItSettles(CitizenField field) {
        assertThat(Field.named(field.text())).isSameAs(field);
        assertThat(field == CitizenField.ANY).isEqualTo(field.comparisons().isEmpty());
        assertThat(fr.unefois.mdm.compare.LinkageModel.french().comparisons()).containsAll(field.comparisons());
    }

    @ParameterizedTest
    @EnumSource(
            value = CitizenField.class,
            names = {"ANY", "SEX"},
            mode = EnumSource.Mode.EXCLUDE)
    void hasNoValueWhereTheRecordSaysNothing(CitizenField field) {
        assertThat(field.values(Pairs.standard(Citizens.record("a", "1")))).isEmpty();
    }

    @Test
    void tellsNoPartOfADateThatIsNotThere() {
        StandardRecord year = Pairs.standard(Citizens.record("a", "1").birthDate("1986"));
        StandardRecord month = Pairs.standard(Citizens.record("a", "1").birthDate("1986-04"));

        assertThat(CitizenField.YEAR.values(year)).containsExactly("1986");
        assertThat(CitizenField.YEAR_MONTH.values(year)).isEmpty();
        assertThat(CitizenField.YEAR_MONTH.values(month)).containsExactly("198604");
        assertThat(CitizenField.DATE.values(month)).isEmpty();
        assertThat(CitizenField.MONTH_DAY.values(month)).isEmpty();
    }

    @Test
    void takesAnInitialForNoName() {
        assertThat(CitizenField.FIRST.values(
                        Pairs.standard(Citizens.record("a", "1").givenNames("J."))))
                .isEmpty();
    }

    @Test
    void settlesTheComparisonOfAnAttributeOfOnesOwn() {
        assertThat(Field.named("suburb:4").comparisons()).containsExactly("suburb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "suburb:0", "suburb:100", "Suburb", "birthDate", "two words"})
    void refusesWhatIsNoField(String name) {
        assertThatThrownBy(() -> Field.named(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("surname3");
    }

    @Test
    void givesEachOfItsNamesOnce() {
        List<String> names =
                Arrays.stream(CitizenField.values()).map(CitizenField::text).toList();

        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
        assertThat(Field.meant("surnam", Set.of())).contains("surname");
        assertThat(Field.meant("surnam", Set.of("surnam"))).isEmpty();
        assertThat(Field.meant("suburb:4", Set.of())).isEmpty();
    }
}
