package fr.unefois.mdm.batch.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DedupeCommandTest {
    private static final String TOWN = """
            id;Nom;Prénom;Sexe;Date de naissance;Courriel;Remarque
            1;KERVELLA;Aude;F;11/08/1988;aude.kervella@fai.example;
            2;Kervella;AUDE;2;1988-08-11;aude.kervella@fai.example;x
            3;Boissel;Rémi;M;23/11/1979;;
            """;

    @TempDir
    Path folder = Path.of("");

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path out() {
        return folder.resolve("out/clusters.csv");
    }

    @Test
    void linksTheRowsOfOnePerson() throws IOException {
        Path town = file("town.csv", TOWN);
        Path pairs = folder.resolve("pairs.csv");

        Runs run = Runs.of(new DedupeCommand(), town, "--out", out(), "--pairs", pairs);

        assertThat(run.exitCode()).isZero();
        assertThat(Files.readString(out())).isEqualTo("id,source,cluster_id\n1,town,1\n2,town,1\n3,town,2\n");
        assertThat(Files.readAllLines(pairs)).hasSize(2);
        assertThat(Files.readAllLines(pairs).get(1))
                .matches("1,town,2,town,\\d+\\.\\d{3},(0\\.9\\d+|1\\.0+),MATCH")
                .contains("MATCH");
        assertThat(run.err())
                .contains("3 rows")
                .containsPattern("Prénom +givenNames")
                .containsPattern("Date de naissance +birthDate")
                .containsPattern("Remarque +ignored +says the same of nearly everybody");
    }

    @Test
    void writesTheSameBytesForTheSameInput() throws IOException {
        Path town = file("town.csv", TOWN);
        Runs.of(new DedupeCommand(), town, "--out", out());
        byte[] first = Files.readAllBytes(out());
        Runs.of(new DedupeCommand(), town, "--out", out());

        assertThat(Files.readAllBytes(out())).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-1252", "ISO-8859-15", "UTF-16"})
    void findsOutTheEncoding(String charset) throws IOException {
        Path town = Files.write(folder.resolve("town.csv"), TOWN.getBytes(Charset.forName(charset)));

        Runs run = Runs.of(new DedupeCommand(), town, "--out", out());

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).containsPattern("Prénom +givenNames");
        assertThat(Files.readAllLines(out())).hasSize(4);
    }

    @Test
    void linksSeveralFilesEachUnderItsName() throws IOException {
        Path one = file("one.csv", "id,surname,given_name,dob\n1,KERVELLA,Aude,1988-08-11\n");
        Path two = file("two.csv", "id\tlast_name\tfirst_name\tbirthday\n1\tKERVELLA\tAude\t11.08.1988\n");

        Runs.of(new DedupeCommand(), one, two, "--out", out());

        assertThat(Files.readString(out())).isEqualTo("id,source,cluster_id\n1,one,1\n1,two,1\n");
    }

    @Test
    void keepsRowsThatRepeatAnIdAndSaysSo() throws IOException {
        Path town = file("town.csv", "id,surname,given_name\n1,KERVELLA,Aude\n1,BOISSEL,Rémi\n");

        Runs run = Runs.of(new DedupeCommand(), town, "--out", out());

        assertThat(Files.readAllLines(out())).containsExactly("id,source,cluster_id", "1,town,1", "1,town,2");
        assertThat(run.err()).contains("1 row with the id of another row");
    }

    @Test
    void numbersRowsWithoutAnId() throws IOException {
        Path town = file("town.csv", "surname,given_name\nKERVELLA,Aude\n");

        Runs.of(new DedupeCommand(), town, "--out", out());

        assertThat(Files.readAllLines(out())).containsExactly("row,source,cluster_id", "1,town,1");
    }

    @Test
    void readsADateToldInThreeColumns() throws IOException {
        Path town = file(
                "town.csv",
                "id,lname,fname,by,bm,bd\n1,KERVELLA,AUDE,1988,8,11\n2,KERVELLA,AUDE,1988,8,11\n3,KERVELLA,AUDE,1951,2,3\n");

        Runs.of(new DedupeCommand(), town, "--out", out());

        assertThat(Files.readAllLines(out()))
                .containsExactly("id,source,cluster_id", "1,town,1", "2,town,1", "3,town,2");
    }

    @Test
    void doesWhatTheUserMapsAndIgnores() throws IOException {
        Path town = file("town.csv", "id,wer,nom\n1,KERVELLA,x\n2,BOISSEL,x\n");

        Runs run = Runs.of(new DedupeCommand(), town, "--out", out(), "--map", "wer=birthName", "--ignore", "nom");

        assertThat(run.err())
                .containsPattern("wer +birthName +as you mapped it")
                .containsPattern("nom +ignored +as you asked");
    }

    @Test
    void linksFromTheThresholdThatIsAskedFor() throws IOException {
        Path town = file("town.csv", TOWN);

        Runs.of(new DedupeCommand(), town, "--out", out(), "--threshold", "500");

        assertThat(Files.readAllLines(out()).get(2)).isEqualTo("2,town,2");
    }

    @Test
    void writesAHeaderForAFileWithoutRows() throws IOException {
        Path town = file("town.csv", "id,nom\n");

        Runs run = Runs.of(new DedupeCommand(), town, "--out", out());

        assertThat(run.exitCode()).isZero();
        assertThat(Files.readString(out())).isEqualTo("id,source,cluster_id\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "empty.csv||1|is empty",
                "binary.csv|a\\0b|1|is a binary file",
                "quote.csv|id,nom\\n1,\"KERVELLA\\n2,X\\n|1|quote.csv:2: a quote is opened and never closed",
                "other.csv|foo,bar\\n1,2\\n|2|no column was understood",
            })
    void saysWhatIsWrongWithAFile(String name, String text, int exitCode, String message) throws IOException {
        String content = text == null ? "" : text.replace("\\n", "\n").replace("\\0", "\0");
        Path file = Files.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));

        Runs run = Runs.of(new DedupeCommand(), file, "--out", out());

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.err().lines().findFirst().orElse("")).contains(message).contains(name);
        assertThat(run.err()).doesNotContain("Exception").doesNotContain("\tat ");
    }

    @Test
    void saysWhatIsWrongWithTheOptions() throws IOException {
        Path town = file("town.csv", TOWN);

        assertThat(Runs.of(new DedupeCommand(), town, "--out", out(), "--id", "nr"))
                .matches(run -> run.exitCode() == 2 && run.err().contains("has no column `nr`"));
        assertThat(Runs.of(new DedupeCommand(), town, "--out", out(), "--operating-point", "best"))
                .matches(run -> run.exitCode() == 2 && run.err().contains("safe, balanced"));
        assertThat(Runs.of(new DedupeCommand(), folder.resolve("none.csv"), "--out", out()))
                .matches(run -> run.exitCode() == 1 && run.err().contains("is no file"));
        Path model = file("model.yml", "thresholds: {safe: {match: x}}\ncolour: red\n");
        assertThat(Runs.of(new DedupeCommand(), town, "--out", out(), "--model", model))
                .matches(run -> run.exitCode() == 2
                        && run.err().contains("model.yml:1:")
                        && run.err().contains("model.yml:2:"));
    }

    @Test
    void printsOneDocumentForMachines() throws IOException {
        Path town = file("town.csv", TOWN);

        Runs run = Runs.of(new DedupeCommand(), town, "--out", out(), "--json");

        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.out())
                .startsWith("{\"files\":[{\"file\":")
                .contains("{\"column\":\"Nom\",\"use\":\"used\",\"attribute\":\"birthName\"}")
                .contains("\"clusters\":2");
        assertThat(run.err().lines()).isNotEmpty().allMatch(line -> line.startsWith("{\"event\":"));
    }

    @Test
    void tellsMachinesWhichPhaseItIsIn() throws IOException {
        Path town = file("town.csv", TOWN);

        Runs run = Runs.of(new DedupeCommand(), town, "--out", out(), "--pairs", folder.resolve("pairs.csv"), "--json");

        assertThat(run.err().lines().filter(line -> line.contains("\"begin\"")))
                .extracting(line -> line.replaceAll(".*\"phase\":\"([^\"]*)\".*", "$1"))
                .containsExactly("read", "standardise", "block", "learn", "compare", "cluster", "write", "write pairs");
    }

    @Test
    void keepsQuietAboutPhasesWhereNobodyWatches() throws IOException {
        Runs run = Runs.of(new DedupeCommand(), file("town.csv", TOWN), "--out", out());

        assertThat(run.err()).doesNotContain("standardise", "cluster ", "\"phase\"");
    }

    @Test
    void takesShortAndLongRowsAndCountsThem() throws IOException {
        Path town = file("town.csv", "id,nom,prenom\n1,KERVELLA\n2,KERVELLA,Aude,extra\n");

        Runs run = Runs.of(new DedupeCommand(), town, "--out", out());

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("2 rows with more or fewer fields than the header: lines 2, 3");
    }
}
