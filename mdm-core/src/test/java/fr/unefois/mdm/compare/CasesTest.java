package fr.unefois.mdm.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Labelled pairs by rule of French identity data and by comparison, with frozen results: what a change does to people
 * shows as changed lines of the files under {@code cases}. {@code -Dfreeze=true} writes the results of today, for a
 * person to read and commit; a case whose truth is contradicted fails either way.
 */
class CasesTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "cases");

    static Stream<LabelledCase> cases() throws IOException {
        return cases(files().stream().filter(file -> !isMisses(file)).toList());
    }

    static Stream<LabelledCase> misses() throws IOException {
        return cases(files().stream().filter(CasesTest::isMisses).toList());
    }

    private static boolean isMisses(Path file) {
        return file.endsWith("known-misses.csv");
    }

    private static Stream<LabelledCase> cases(List<Path> files) throws IOException {
        List<LabelledCase> cases = new ArrayList<>();
        for (Path file : files) {
            List<String> lines = Files.readAllLines(file);
            lines.stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(LabelledCase::read)
                    .forEach(cases::add);
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void keepsItsResult(LabelledCase labelled) {
        LabelledCase judged = labelled.judged();

        assertThat(judged.decision()).as(labelled.toString()).isNotIn(judged.wrong());
        if (!Boolean.getBoolean("freeze")) {
            assertThat(judged.line()).as(labelled.toString()).isEqualTo(labelled.line());
        }
    }

    /** A miss that is none any more is to move to its rule's file. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("misses")
    void isStillMissed(LabelledCase labelled) {
        assertThat(labelled.judged().decision()).as(labelled.toString()).isIn(labelled.wrong());
    }

    @Test
    void coversEveryRuleAndNamesEveryCaseOnce() throws IOException {
        List<LabelledCase> all = cases().toList();

        assertThat(all).extracting(LabelledCase::toString).doesNotHaveDuplicates();
        assertThat(all)
                .extracting(LabelledCase::rule)
                .contains("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15");
    }

    @Test
    void freezesWhenAskedTo() throws IOException {
        for (Path file : files()) {
            List<String> lines = Files.readAllLines(file);
            List<String> frozen = lines.stream()
                    .map(line -> line.startsWith("#")
                            ? line
                            : LabelledCase.read(line).judged().line())
                    .toList();
            if (Boolean.getBoolean("freeze")) {
                Files.write(file, frozen);
            }
            assertThat(Files.readAllLines(file)).isEqualTo(frozen);
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }
}
