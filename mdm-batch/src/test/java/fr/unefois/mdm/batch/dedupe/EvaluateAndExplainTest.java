package fr.unefois.mdm.batch.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateAndExplainTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void scoresClustersAgainstTheTruth() throws IOException {
        Path clusters =
                Files.writeString(folder.resolve("clusters.csv"), "nr,cluster_id\n1,x\n2,x\n3,y\n4,y\n5,y\n6,z\n");
        Path truth = Files.writeString(folder.resolve("truth.csv"), "nr,who\n1,a\n2,a\n3,a\n4,b\n5,b\n6,c\n");

        Runs run =
                Runs.of(new EvaluateCommand(), clusters, "--truth", truth, "--id", "nr", "--entity", "who", "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().strip())
                .isEqualTo("{\"records\": 6, \"entities\": 3, \"clusters\": 3, \"true_pairs\": 4, \"found_pairs\": 4, "
                        + "\"precision\": 0.50000, \"recall\": 0.50000, \"f1\": 0.50000, \"b3_precision\": 0.77778, "
                        + "\"b3_recall\": 0.77778, \"b3_f1\": 0.77778, \"exact_entities\": 0.33333, "
                        + "\"false_merges_per_10000\": 3333.33333}");
    }

    @Test
    void refusesClustersOfOtherRecords() throws IOException {
        Path clusters = Files.writeString(folder.resolve("clusters.csv"), "id,cluster_id\n1,x\n");
        Path truth = Files.writeString(folder.resolve("truth.csv"), "id,entity_id\n1,a\n2,a\n");

        Runs run = Runs.of(new EvaluateCommand(), clusters, "--truth", truth);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("differ in records: 1 of the truth are missing");
    }

    @Test
    void explainsAPairInBits() throws IOException {
        Path town = Files.writeString(
                folder.resolve("town.csv"),
                "id,nom,prenom,date_naissance\n1,KERVELLA,Aude,1988-08-11\n2,KERVELLA,Aude,1988-11-08\n");

        Runs run = Runs.of(new ExplainCommand(), town, "1", "2");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .containsPattern("familyName +exact +\\+\\d+\\.\\d{3} +\\+\\d+\\.\\d{3}")
                .containsPattern("birthDate +swapped +\\+10\\.700 +\\+3\\.700")
                .containsPattern("decision +MATCH")
                .contains("meet under     surname+first+year", "not under      email");
        assertThat(run.out()).doesNotContain("KERVELLA");
    }

    @Test
    void saysWhichRowIsMissing() throws IOException {
        Path town = Files.writeString(folder.resolve("town.csv"), "id,nom\n1,KERVELLA\n");

        assertThat(Runs.of(new ExplainCommand(), town, "1", "7"))
                .matches(run -> run.exitCode() == 1 && run.err().contains("has no row with the id 7"));
    }
}
