package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same rows give the same bytes, whatever machine they are linked on. */
class SameBytesIT {
    private static final String FEATURE = "JAVA_VERSION=\"";

    @TempDir
    static Path home = Path.of("");

    private static Path town = Path.of("");
    private static String expected = "";

    @BeforeAll
    static void aTownIsLinked() throws Exception {
        Path folder = home.resolve("town");
        assertThat(new BuiltJar(home)
                        .mdm("generate", "--citizens", "700", "--errors", "high", "--out", folder.toString())
                        .exitCode())
                .isZero();
        town = folder.resolve("all.csv");
        expected = linked("first", Map.of());
    }

    @Test
    void withOneThreadAsWithMany() throws Exception {
        assertThat(linked("one", Map.of("MDM_JAVA_OPTS", "-XX:ActiveProcessorCount=1")))
                .isEqualTo(expected);
        assertThat(linked("five", Map.of("MDM_JAVA_OPTS", "-XX:ActiveProcessorCount=5")))
                .isEqualTo(expected);
    }

    @Test
    void byEveryCompiler() throws Exception {
        assertThat(linked("interpreted", Map.of("MDM_JAVA_OPTS", "-XX:-TieredCompilation")))
                .isEqualTo(expected);
    }

    @Test
    void onEveryJavaThatIsHere() throws Exception {
        List<Path> others = otherJavas();
        assumeTrue(!others.isEmpty(), "SKIPPED: there is one Java only, so that no other can be compared with it");
        for (Path java : others) {
            assertThat(linked(java.getFileName().toString(), Map.of("MDM_JAVA", java.toString())))
                    .as(java.toString())
                    .isEqualTo(expected);
        }
    }

    /** Clusters and pairs, with weights learnt from the rows. */
    private static String linked(String name, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path clusters = home.resolve(name + ".csv");
        Path pairs = home.resolve(name + "-pairs.csv");
        BuiltJar.Outcome outcome = new BuiltJar(home)
                .with(environment)
                .mdm(
                        "dedupe",
                        town.toString(),
                        "--ignore",
                        "citizen_id",
                        "--out",
                        clusters.toString(),
                        "--pairs",
                        pairs.toString());
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return Files.readString(clusters, StandardCharsets.UTF_8) + Files.readString(pairs, StandardCharsets.UTF_8);
    }

    private static List<Path> otherJavas() throws IOException {
        List<Path> others = new ArrayList<>();
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return others;
        }
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(all)) {
            for (Path java : homes) {
                if (!Files.isSymbolicLink(java)
                        && Files.isExecutable(java.resolve("bin/java"))
                        && feature(java) >= 17
                        && feature(java) != Runtime.version().feature()) {
                    others.add(java);
                }
            }
        }
        return others;
    }

    private static int feature(Path java) throws IOException {
        Path release = java.resolve("release");
        if (!Files.isRegularFile(release)) {
            return 0;
        }
        return Files.readAllLines(release).stream()
                .filter(line -> line.startsWith(FEATURE))
                .map(line -> line.substring(FEATURE.length()).replaceAll("[^0-9].*", ""))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
    }
}
