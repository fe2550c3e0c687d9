package fr.unefois.mdm.store.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one program to its end, with an environment of its own. */
final class Programs {
    record Ended(int exit, String output) {}

    private static final int TICK_SECONDS = 5;

    private Programs() {}

    static Ended run(List<String> command, Path folder) throws IOException {
        return run(command, folder, seconds -> {});
    }

    interface Waiting {
        void still(long seconds);
    }

    /**
     * The output goes through a file: a server that outlives us must not hold our pipe.
     *
     * @param waiting told every few seconds that it is not over
     */
    static Ended run(List<String> command, Path folder, Waiting waiting) throws IOException {
        Path output = Files.createTempFile("unefois", ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            long start = System.nanoTime();
            while (!process.waitFor(TICK_SECONDS, TimeUnit.SECONDS)) {
                waiting.still(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
            }
            return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedFailure("interrupted while waiting for PostgreSQL", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
