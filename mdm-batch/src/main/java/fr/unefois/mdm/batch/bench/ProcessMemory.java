package fr.unefois.mdm.batch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** What Linux tells of a process's memory, in bytes; empty for a process that has gone, and on other systems. */
final class ProcessMemory {
    private static final long KILO = 1024;

    private ProcessMemory() {}

    /** The most that the process ever had resident. */
    static OptionalLong peak(long pid) {
        return field(pid, "status", "VmHWM");
    }

    /** What the process has resident now; memory that several share counts for each by its part. */
    static OptionalLong share(long pid) {
        return field(pid, "smaps_rollup", "Pss");
    }

    private static OptionalLong field(long pid, String file, String name) {
        try {
            return in(Files.readAllLines(Path.of("/proc", Long.toString(pid), file)), name);
        } catch (IOException gone) {
            return OptionalLong.empty();
        }
    }

    /** Reads {@code NAME:   123 kB}. */
    static OptionalLong in(List<String> lines, String name) {
        return lines.stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length == 3 && words[0].equals(name + ":") && words[2].equals("kB"))
                .mapToLong(words -> KILO * Long.parseLong(words[1]))
                .findFirst();
    }
}
