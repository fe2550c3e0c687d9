package fr.unefois.mdm.batch.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MachineTest {
    @Test
    void readsTheFirstProcessor() {
        List<String> lines = List.of("processor\t: 0", "model name\t: A CPU: fast", "model name\t: Another");

        assertThat(Machine.value(lines, "model name", ":")).contains("A CPU: fast");
        assertThat(Machine.value(lines, "model", ":")).isEmpty();
    }

    @Test
    void readsTheSystemsNameWithoutQuotes() {
        assertThat(Machine.value(List.of("NAME=x", "PRETTY_NAME=\"A system 12\""), "PRETTY_NAME", "="))
                .contains("A system 12");
    }

    @Test
    void saysWhenOthersWereAtWork() {
        assertThat(new Machine("A CPU", 2, 24_000_000_000L, "A system", 0.1).line())
                .isEqualTo("A CPU, 2 cores, 24.0 GB, A system");
        assertThat(new Machine("A CPU", 2, 24_000_000_000L, "A system", 3.14).line())
                .contains("NOT IDLE, load 3.1");
        assertThat(new Machine("A CPU", 2, 1, "A system", -1).isBusy()).isFalse();
    }

    @Test
    void readsTheMemoryOfAProcessInBytes() {
        List<String> lines = List.of("Name:\tjava", "VmPeak:\t  900 kB", "VmHWM:\t  120 kB", "Threads:\t40");

        assertThat(ProcessMemory.in(lines, "VmHWM")).hasValue(122_880);
        assertThat(ProcessMemory.in(lines, "Pss")).isEmpty();
    }

    @Test
    void tellsOwnMemoryOnLinuxAndNothingOfAProcessThatIsNotThere() {
        assertThat(ProcessMemory.peak(Long.MAX_VALUE)).isEmpty();
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "there is no /proc here");
        assertThat(ProcessMemory.peak(ProcessHandle.current().pid()).orElseThrow())
                .isGreaterThan(10_000_000);
    }
}
