package fr.unefois.mdm.batch.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
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
}
