package fr.unefois.mdm.batch.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
    @TempDir
    Path folder = Path.of("");

    private Launcher launcher = new Launcher(Path.of(""), Path.of(""), Map.of());

    @BeforeEach
    void aLauncherThatSaysWhatItWasGiven() throws IOException {
        Path script = Files.writeString(folder.resolve("mdm"), """
                echo "$PWD $MDM_HEAP $*"
                echo refused >&2
                [ "$1" != watched ] || until [ -f seen ]; do sleep 0.02; done
                [ "$1" != dedupe ]
                """);
        launcher = new Launcher(script, folder.resolve("work"), Map.of());
    }

    @Test
    void hearsBothStreamsOfACommandInItsFolder() {
        Child child = Child.run(launcher.with("MDM_HEAP", "1g"), folder, List.of("done", "a b"));

        assertThat(child.lines())
                .extracting(Child.Line::text)
                .containsExactly(folder.toAbsolutePath() + " 1g done a b", "refused");
    }

    @Test
    void looksWhileTheCommandRuns() {
        Child.run(launcher, folder, List.of("watched"), this::leaveASign);

        assertThat(folder.resolve("seen")).exists();
    }

    private void leaveASign() {
        try {
            Files.writeString(folder.resolve("seen"), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aCommandThatFailsIsNoFigure() {
        assertThatThrownBy(() -> Child.run(launcher, folder, List.of("dedupe", "x.csv")))
                .isInstanceOf(Unmeasured.class)
                .hasMessage("./mdm dedupe x.csv ended with 1: refused");
    }

    @Test
    void foldersAreNewAndGoWhole() throws IOException {
        Path one = launcher.folder("town");
        Path other = launcher.folder("town");
        Files.writeString(Files.createDirectory(one.resolve("inside")).resolve("file"), "x");

        Town.delete(one);

        assertThat(one).doesNotExist();
        assertThat(other).isEmptyDirectory().isNotEqualTo(one);
    }

    @Test
    void theEnvironmentTellsOfTheLauncher() {
        assertThat(Launcher.in(Map.of("MDM_LAUNCHER", "/opt/mdm/mdm", "MDM_WORK", "/tmp/w")))
                .hasValueSatisfying(found -> assertThat(found.root()).isEqualTo(Path.of("/opt/mdm")));
        assertThat(Launcher.in(Map.of("MDM_WORK", "/tmp/w"))).isEqualTo(Optional.empty());
    }
}
