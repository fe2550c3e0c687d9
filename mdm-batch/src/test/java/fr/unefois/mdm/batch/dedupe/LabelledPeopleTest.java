package fr.unefois.mdm.batch.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine over labelled people, where they are at hand; the folder is no part of the project. */
class LabelledPeopleTest {
    private static final Path METROPOLE = Path.of("../../shared/data/metropole/all.csv");
    private static final Pattern F1 = Pattern.compile("\"f1\": ([0-9.]+)");

    @TempDir
    Path folder = Path.of("");

    @Test
    void findsThePeopleOfATown() {
        Path town = METROPOLE.toAbsolutePath().normalize();
        assumeTrue(Files.isRegularFile(town), "no labelled people in ../shared/data/metropole");
        Path out = folder.resolve("clusters.csv");

        Runs.of(new DedupeCommand(), town, "--id", "source_id", "--ignore", "citizen_id", "--out", out);
        Runs run = Runs.of(
                new EvaluateCommand(), out, "--truth", town, "--id", "source_id", "--entity", "citizen_id", "--json");

        Matcher f1 = F1.matcher(run.out());
        assertThat(f1.find()).isTrue();
        assertThat(Double.parseDouble(f1.group(1))).isGreaterThan(0.985);
    }
}
