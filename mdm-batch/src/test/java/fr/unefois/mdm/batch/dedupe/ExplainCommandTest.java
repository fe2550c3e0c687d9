package fr.unefois.mdm.batch.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    private static final String HEADER = "id,nom,prenom,date_naissance,telephone\n";
    private static final String TOWN = HEADER
            + "1,KERVELLA,Aude,1988-08-11,\n"
            + "2,KERVELLA,Aude,1988-11-08,0387654321\n"
            + "3,KERVELLA,Yann,1958-02-20,0387654321\n"
            + "4,KERVELLA,Yann,1987-04-12,0387654321\n"
            + "5,TRAORE,Moussa,1960-04-09,\n";

    @TempDir
    Path folder = Path.of("");

    @Test
    void explainsAMatchInBits() throws IOException {
        Runs run = explain("1", "2");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .containsPattern("familyName +exact +\\+\\d+\\.\\d{3} +\\+\\d+\\.\\d{3}")
                .containsPattern("birthDate +swapped +\\+10\\.700 +\\+3\\.700")
                .containsPattern("decision +MATCH: .* is in the zone that links")
                .containsPattern("zones +link from \\+0\\.000, review from -3\\.000")
                .contains("meet under     surname+first+year", "not under      email")
                .containsPattern("cluster +one: the two sides joined")
                .containsPattern("gain +\\+\\d+\\.\\d{3}, which reached \\+0\\.000");
    }

    @Test
    void saysWhichComparisonKeptTwoApart() throws IOException {
        assertThat(explain("3", "4").out())
                .containsPattern("decision +REVIEW: .* is in the zone that asks a steward")
                .containsPattern("cluster +two: the gain of joining them is below the threshold \\(\\d records")
                .containsPattern("against +birthDate spoke most against it: -7\\.200");
    }

    @Test
    void explainsTwoThatNeverMet() throws IOException {
        assertThat(explain("1", "5").out())
                .containsPattern("decision +NON_MATCH: .* is in the zone that keeps apart")
                .contains("meet under     any", "not under      email, phone")
                .contains("two: no chain of candidate pairs leads from one to the other");
    }

    @Test
    void showsNoValueAndFitsAHundredColumns() throws IOException {
        for (String other : new String[] {"2", "3", "4", "5"}) {
            assertThat(explain("1", other).out())
                    .doesNotContain("KERVELLA", "Aude", "1988", "0387654321", "TRAORE")
                    .satisfies(out -> assertThat(out.lines())
                            .allSatisfy(line -> assertThat(line.length()).isLessThan(101)));
        }
    }

    @Test
    void tellsMachinesTheSame() throws IOException {
        Path town = Files.writeString(folder.resolve("town.csv"), TOWN);

        Runs run = Runs.of(new ExplainCommand(), "--no-estimate", "--json", town, "1", "2");

        assertThat(run.out().strip())
                .startsWith("{\"left\":{\"source\":\"town\",\"id\":\"1\"},\"right\":{\"source\":\"town\",\"id\":\"2\"}")
                .contains("{\"comparison\":\"birthDate\",\"level\":\"swapped\",\"person\":10.700,\"household\":3.700")
                .contains("\"decision\":\"MATCH\"", "\"together\":true", "\"met\":[\"surname+first+year\"")
                .endsWith("}")
                .doesNotContain("\n");
    }

    @Test
    void namesRowsOfSeveralSourcesByTheSourceToo() throws IOException {
        Path town = Files.writeString(
                folder.resolve("town.csv"),
                "source,id,nom,prenom\na,1,KERVELLA,Aude\nb,1,KERVELLA,Aude\nb,2,KERVELLA,Yann\n");

        assertThat(Runs.of(new ExplainCommand(), town, "a/1", "b/1").out()).contains("a/1 and b/1");
        assertThat(Runs.of(new ExplainCommand(), town, "2", "b/1").out()).contains("b/1 and b/2");
        assertThat(Runs.of(new ExplainCommand(), town, "1", "2"))
                .matches(run -> run.exitCode() == 2 && run.err().contains("name the source too: a/1"));
        assertThat(Runs.of(new ExplainCommand(), town, "2", "b/2"))
                .matches(run -> run.exitCode() == 2 && run.err().contains("are one row"));
    }

    @Test
    void asksForTwoRowsOfAFile() throws IOException {
        Path town = Files.writeString(folder.resolve("town.csv"), TOWN);

        assertThat(Runs.of(new ExplainCommand(), town, "1"))
                .matches(run -> run.exitCode() == 2 && run.err().contains("is a file; name two of its rows"));
    }

    @Test
    void saysWhichRowIsMissing() throws IOException {
        assertThat(explain("1", "7"))
                .matches(run -> run.exitCode() == 1 && run.err().contains("has no row with the id 7"));
    }

    private Runs explain(String left, String right) throws IOException {
        Path town = Files.writeString(folder.resolve("town.csv"), TOWN);
        return Runs.of(new ExplainCommand(), "--no-estimate", town, left, right);
    }
}
