package fr.unefois.mdm.batch.generate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.command.Command;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GenerateCommandTest {
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder = Path.of("");

    private int run(String... words) {
        CommandLine line = new CommandLine(new GenerateCommand());
        return line.setErr(new PrintWriter(err, true)).execute(words);
    }

    private String out() {
        return folder.resolve("town").toString();
    }

    @Test
    void isFoundByTheLauncher() {
        assertThat(ServiceLoader.load(Command.class)).hasAtLeastOneElementOfType(GenerateCommand.class);
    }

    @Test
    void writesATownAndSaysHowLarge() {
        assertThat(run("--citizens", "300", "--seed", "4", "--out", out())).isEqualTo(Command.DONE);
        assertThat(err.toString()).contains("300 citizens in ", " rows of 9 sources, under " + out());
        for (String file : TownFolder.files()) {
            assertThat(folder.resolve("town").resolve(file)).isNotEmptyFile();
        }
    }

    @Test
    void refusesAFolderThatIsNotEmpty() throws IOException {
        Path other =
                Files.writeString(Files.createDirectory(folder.resolve("town")).resolve("kept.txt"), "kept");
        assertThat(run("--citizens", "10", "--out", out())).isEqualTo(Command.WRONG_USAGE);
        assertThat(err.toString()).contains("is not empty", "--force");
        assertThat(run("--citizens", "10", "--out", out(), "--force")).isEqualTo(Command.DONE);
        assertThat(other).hasContent("kept");
    }

    @Test
    void overwritesALargerTownWholly() {
        run("--citizens", "300", "--out", out());
        run("--citizens", "10", "--out", out(), "--force");
        assertThat(new TownFolder(folder.resolve("town"))
                        .truth().stream().map(row -> row.get("citizen_id")).distinct())
                .hasSize(10);
    }

    @Test
    void refusesAFileForAFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("town"));
        assertThat(run("--out", file.toString())).isEqualTo(Command.WRONG_USAGE);
        assertThat(err.toString()).contains("is a file");
    }

    @Test
    void saysWhatCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(run("--out", file.resolve("town").toString())).isEqualTo(Command.FAILED);
        assertThat(err.toString()).startsWith("generate: cannot write the town under ");
    }

    @Test
    void refusesTownsTooSmallOrTooLarge() {
        assertThat(run("--citizens", "3", "--out", out())).isEqualTo(Command.WRONG_USAGE);
        assertThat(run("--citizens", "20000001", "--out", out())).isEqualTo(Command.WRONG_USAGE);
        assertThat(err.toString()).contains("--citizens must be between 4 and 20000000");
        assertThat(folder.resolve("town")).doesNotExist();
    }

    @Test
    void refusesAnUnknownLevelAndNamesTheLevels() {
        assertThat(run("--errors", "dire", "--out", out())).isEqualTo(Command.WRONG_USAGE);
        assertThat(err.toString()).contains("--errors", "[low, medium, high]", "dire");
    }

    @Test
    void refusesToRunWithoutAThread() {
        assertThat(run("--threads", "0", "--out", out())).isEqualTo(Command.WRONG_USAGE);
        assertThat(err.toString()).contains("--threads");
    }
}
