package fr.unefois.mdm.batch.bench;

import com.sun.management.OperatingSystemMXBean;
import fr.unefois.mdm.batch.JsonLine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where something was measured.
 *
 * @param load how many processes wanted a core of late; negative where the system does not tell
 */
record Machine(String processor, int cores, long memory, String system, double load) {
    static Machine here() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                value("/proc/cpuinfo", "model name", ":").orElse(system.getArch()),
                Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize(),
                value("/etc/os-release", "PRETTY_NAME", "=").orElse(system.getName() + " " + system.getVersion()),
                system.getSystemLoadAverage());
    }

    private static Optional<String> value(String file, String name, String between) {
        try {
            return value(Files.readAllLines(Path.of(file)), name, between);
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** The first value of that name, without quotes. */
    static Optional<String> value(List<String> lines, String name, String between) {
        return lines.stream()
                .map(line -> line.split(between, 2))
                .filter(parts -> parts.length == 2 && parts[0].strip().equals(name))
                .map(parts -> parts[1].strip().replace("\"", ""))
                .findFirst();
    }

    /** Whether others were at work: times are then longer than they need be. */
    boolean isBusy() {
        return load > 0.5;
    }

    String line() {
        String busy = isBusy() ? String.format(Locale.ROOT, "; NOT IDLE, load %.1f before the first run", load) : "";
        return String.format(
                Locale.ROOT, "%s, %d cores, %.1f GB, %s%s", processor, cores, Unit.gigabytes(memory), system, busy);
    }

    JsonLine json() {
        return new JsonLine()
                .with("processor", processor)
                .with("cores", cores)
                .with("memory", memory)
                .with("system", system)
                .with("load", load);
    }
}
