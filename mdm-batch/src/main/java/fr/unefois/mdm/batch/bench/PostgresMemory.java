package fr.unefois.mdm.batch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * The most memory that the embedded PostgreSQL of one home had resident, all its processes together. It is looked at a few
 * times a second, so a shorter peak may be missed; what its processes share counts once.
 */
final class PostgresMemory implements Child.Watch {
    private static final long BETWEEN_LOOKS = 250_000_000;

    private final Path pidFile;
    private long lastLook = System.nanoTime();
    private OptionalLong peak = OptionalLong.empty();

    /** @param data the server's data folder */
    PostgresMemory(Path data) {
        this.pidFile = data.resolve("postmaster.pid");
    }

    OptionalLong peak() {
        return peak;
    }

    @Override
    public void look() {
        if (System.nanoTime() - lastLook < BETWEEN_LOOKS) {
            return;
        }
        lastLook = System.nanoTime();
        long now = processes().map(pid -> ProcessMemory.share(pid).orElse(0)).sum();
        if (now > peak.orElse(0)) {
            peak = OptionalLong.of(now);
        }
    }

    private LongStream processes() {
        try {
            long server = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            return ProcessHandle.of(server).stream()
                    .flatMapToLong(handle -> LongStream.concat(
                            LongStream.of(handle.pid()), handle.descendants().mapToLong(ProcessHandle::pid)));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException notRunning) {
            return LongStream.empty();
        }
    }
}
