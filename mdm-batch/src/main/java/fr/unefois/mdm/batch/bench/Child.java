package fr.unefois.mdm.batch.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * One command, run to its end by the launcher.
 *
 * @param seconds from its start to its end, Java's own start included
 * @param cpuSeconds what it used of all cores, as last seen before it ended
 * @param peakBytes the most memory that it ever had resident, as last seen; empty where the system does not tell
 * @param lines what it said, each with when
 */
record Child(double seconds, double cpuSeconds, OptionalLong peakBytes, List<Line> lines) {
    private static final long BETWEEN_LOOKS = 20;
    private static final double NANOS = 1e9;

    /** @param at seconds since the command's start */
    record Line(double at, String text) {}

    /** Looks at the processes of a command while it runs. */
    interface Watch {
        void look();
    }

    /** @throws Unmeasured when the command fails */
    static Child run(Launcher launcher, Path folder, List<String> words) {
        return run(launcher, folder, words, () -> {});
    }

    static Child run(Launcher launcher, Path folder, List<String> words, Watch watch) {
        long began = System.nanoTime();
        Process process = launcher.start(folder, words);
        try {
            CompletableFuture<List<Line>> said = CompletableFuture.supplyAsync(() -> read(process, began));
            Duration cpu = Duration.ZERO;
            OptionalLong peak = OptionalLong.empty();
            while (!process.waitFor(BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
                cpu = process.info().totalCpuDuration().orElse(cpu);
                OptionalLong now = ProcessMemory.peak(process.pid());
                peak = now.isPresent() ? now : peak;
                watch.look();
            }
            double seconds = (System.nanoTime() - began) / NANOS;
            List<Line> lines = said.join();
            if (process.exitValue() != 0) {
                throw new Unmeasured(Launcher.typed(words) + " ended with " + process.exitValue()
                        + (lines.isEmpty()
                                ? ""
                                : ": " + lines.get(lines.size() - 1).text()));
            }
            return new Child(seconds, cpu.toNanos() / NANOS, peak, List.copyOf(lines));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmeasured(Launcher.typed(words) + " was interrupted", e);
        } catch (CompletionException e) {
            throw new Unmeasured(Launcher.typed(words) + " could not be heard", e);
        } finally {
            process.destroy();
        }
    }

    private static List<Line> read(Process process, long began) {
        List<Line> lines = new ArrayList<>();
        try (BufferedReader reader = process.inputReader(java.nio.charset.StandardCharsets.UTF_8)) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                lines.add(new Line((System.nanoTime() - began) / NANOS, text));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
