package fr.unefois.mdm.batch.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.batch.dedupe.column.Choices;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.AttributeType;
import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.standardise.StandardRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleTest {
    @TempDir
    Path folder = Path.of("");

    private People read(String... texts) throws IOException {
        List<Path> files = new java.util.ArrayList<>();
        for (String text : texts) {
            files.add(Files.writeString(folder.resolve("people" + files.size() + ".csv"), text));
        }
        return People.read(files, new Choices("", "", Map.of(), Set.of()), new Progress.Silence());
    }

    private static String familyName(StandardRecord record) {
        return record.birthName() == null
                ? ""
                : String.join(" ", record.birthName().parts());
    }

    @Test
    void readsAmericanDatesByTheWholeColumn() throws IOException {
        People people = read("id,surname,dob\n1,A,03/04/1987\n2,B,12/25/1990\n");

        assertThat(people.records().get(0).birthDate()).isEqualTo(PartialDate.of(1987, 3, 4));
        assertThat(people.records().get(1).birthDate()).isEqualTo(PartialDate.of(1990, 12, 25));
    }

    @Test
    void readsDatesInAnyCommonWriting() throws IOException {
        People people = read("""
                id,nom,date_naissance
                1,A,19870304
                2,A,04.03.1987
                3,A,4 mars 1987
                4,A,1987-03-04T00:00:00
                5,A,04/03/87
                6,A,"March 4, 1987"
                """);

        assertThat(people.records()).extracting(StandardRecord::birthDate).containsOnly(PartialDate.of(1987, 3, 4));
    }

    @Test
    void readsNamesAndDatesThatStandInSeveralColumns() throws IOException {
        String rows = IntStream.range(0, 60)
                .mapToObj(
                        i -> "\"" + i + "\",\"CARSTEN\",NA,\"MEIER\"," + (i == 0 ? "\"SCHMIDT\"" : "NA") + ",1949,7,22")
                .collect(Collectors.joining("\n"));
        People people =
                read("\"\",\"fname_c1\",\"fname_c2\",\"lname_c1\",\"lname_c2\",\"by\",\"bm\",\"bd\"\n" + rows + "\n");

        StandardRecord first = people.records().get(0);
        assertThat(familyName(first)).isEqualTo("MEIER SCHMIDT");
        assertThat(familyName(people.records().get(1))).isEqualTo("MEIER");
        assertThat(first.givenNames()).hasSize(1);
        assertThat(first.birthDate()).isEqualTo(PartialDate.of(1949, 7, 22));
    }

    @Test
    void keepsAPersonCalledNa() throws IOException {
        People people = read("id,nom,prenom\n" + "1,MARTIN,Jean\n".repeat(200) + "2,NA,Li\n");

        assertThat(people.records().get(200).birthName()).isNotNull();
    }

    @Test
    void readsPeopleOfFormerTimes() throws IOException {
        People people = read("id,first_name,surname,dob\n1,thomas,clifford,1630-08-01\n2,thomas,clifford,1630-08-01\n");

        assertThat(people.records().get(0).birthDate()).isEqualTo(PartialDate.of(1630, 8, 1));
        assertThat(read("id,nom,dob\n" + "1,A,1987-03-04\n".repeat(50) + "2,A,1630-03-04\n")
                        .records()
                        .get(50)
                        .birthDate())
                .isNull();
    }

    @Test
    void carriesWhatAFileTellsBesides() throws IOException {
        People people = read("surname,suburb\n" + "bruhn,Winston Hills\n".repeat(4) + "bruhn,Delmar\n".repeat(4));

        Attribute city = new Attribute("city");
        assertThat(people.attributes()).containsExactly(Map.entry(city, AttributeType.TEXT));
        assertThat(people.records().get(0).others()).containsEntry(city, "WINSTON HILLS");
    }

    @Test
    void splitsWholeNames() throws IOException {
        StandardRecord record = read("id,full_name\n1,Aude KERVELLA\n2,BOISSEL Rémi\n")
                .records()
                .get(1);

        assertThat(familyName(record)).isEqualTo("BOISSEL");
        assertThat(record.givenNames()).extracting(name -> name.folded()).containsExactly("REMI");
    }

    @Test
    void keepsTheOrderOfTheRowsOverManyBatches() throws IOException {
        String rows = IntStream.range(0, 30_000)
                .mapToObj(i -> i + ",N" + (char) ('A' + i % 26) + "X")
                .collect(Collectors.joining("\n"));
        People people = read("id,nom\n" + rows, "id,nom\n" + rows);

        assertThat(people.id(45_000)).isEqualTo("15000");
        assertThat(people.source(45_000)).isEqualTo("people1");
        assertThat(IntStream.range(0, people.size()))
                .allMatch(i -> people.records().get(i).key().id().equals(people.id(i)));
        assertThat(people.records()).extracting(StandardRecord::birthName).doesNotContainNull();
    }

    @Test
    void readsAFileOfOneRowAndOneOfNone() throws IOException {
        assertThat(read("id,nom\n1,A\n").size()).isEqualTo(1);
        assertThat(read("id,nom\n").size()).isZero();
        assertThat(read("id,nom,prenom\n,,\n,,\n").size()).isEqualTo(2);
    }

    @Test
    void saysWhatWasUnderstoodWithoutAnyValue() throws IOException {
        People people = read("id,nom,date_naissance,cluster\n1,KERVELLA,1988-13-45,a\n1,BOISSEL,1979-11-23,a\n2,X\n");
        StringWriter text = new StringWriter();
        people.understood().print(new PrintWriter(text, true));

        assertThat(text.toString())
                .contains("people0.csv: CSV, UTF-8, separated by ',', 3 rows\n")
                .contains("  nom             birthName\n")
                .contains("  cluster         ignored    named as if it told who is who")
                .contains("  1 row with more or fewer fields than the header: line 4\n")
                .contains("1 row with the id of another row of their source")
                .contains("birthDate not-a-date 1")
                .doesNotContain("KERVELLA", "BOISSEL", "1979");
        assertThat(people.understood().json().toString())
                .contains("\"rows\":3", "\"unevenLines\":[\"4\"]")
                .contains("{\"column\":\"nom\",\"use\":\"used\",\"attribute\":\"birthName\"}")
                .contains("{\"attribute\":\"birthDate\",\"rule\":\"not-a-date\",\"count\":1}")
                .doesNotContain("KERVELLA", "BOISSEL", "1979");
    }
}
