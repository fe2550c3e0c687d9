package fr.unefois.mdm.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.record.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulesTest {
    private final Path folder;
    private final Faults faults = new Faults();

    SchedulesTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("sources"));
    }

    @Test
    void sourcesThatComeDueTogetherArePulledTogether() throws IOException {
        source("a", "schedule: 30 2 * * *\n");
        source("b", "schedule: '0  30 2 * * *'\n");
        source("c", "schedule: '@hourly'\n");
        source("d", "");
        assertThat(read().sources()).isEqualTo(Map.of("0 30 2 * * *", List.of("a", "b"), "0 0 * * * *", List.of("c")));
        assertThat(faults.none()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"every night", "30 2 * *", "61 2 * * *", "0 0 0 31 2 *"})
    void whatNeverComesDueIsAFaultWithItsLine(String cron) throws IOException {
        source("a", "schedule: " + cron + "\n");
        assertThat(read().sources()).isEmpty();
        assertThat(faults.all())
                .singleElement()
                .hasToString(folder + "/sources/a.yml:3: `schedule` is not a cron expression that comes due, such as"
                        + " `30 2 * * *` (minute, hour, day, month, weekday)");
    }

    private Schedules read() {
        return Schedules.of(SourceFile.readAll(folder, Map.of(), faults));
    }

    private void source(String name, String schedule) throws IOException {
        Files.writeString(
                folder.resolve("sources").resolve(name + ".yml"),
                "controller: The town\nuse: contribute\n" + schedule + "connector: {kind: csv}\nmapping: {id: id}\n");
    }
}
