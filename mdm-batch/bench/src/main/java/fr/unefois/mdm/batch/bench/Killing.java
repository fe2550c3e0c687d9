package fr.unefois.mdm.batch.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Who is killed, without a chance to tidy up. */
enum Killing {
    /** {@code kill -9} of our process. */
    SERVICE {
        @Override
        void kill(Process process, Path home) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    },
    /** SIGQUIT to PostgreSQL's first process: an immediate shutdown, as after a loss of power. */
    POSTGRESQL {
        @Override
        void kill(Process process, Path home) throws IOException {
            Optional<String> pid = postmaster(home);
            if (pid.isPresent()) {
                try {
                    int ignored = new ProcessBuilder("kill", "-QUIT", pid.get())
                            .redirectErrorStream(true)
                            .start()
                            .waitFor();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    };

    abstract void kill(Process process, Path home) throws IOException;

    private static Optional<String> postmaster(Path home) throws IOException {
        Path file = home.resolve("database/data/postmaster.pid");
        return Files.exists(file)
                ? Files.readAllLines(file).stream().findFirst().map(String::strip)
                : Optional.empty();
    }
}
