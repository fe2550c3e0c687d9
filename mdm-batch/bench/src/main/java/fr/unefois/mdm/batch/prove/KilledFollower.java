package fr.unefois.mdm.batch.prove;

import fr.unefois.mdm.batch.bench.Unmeasured;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs {@link Following} and kills it, evenly over the events that there are to read, until it has caught up for good. */
final class KilledFollower {
    /** Looks in a row that found nothing, once all is written, after which it has caught up. */
    private static final int IDLE = 25;

    private static final int LAST_MILLIS = 30;

    private final OwnBase own;
    private final int events;
    private final int most;
    private final Consumer<String> progress;
    private final SplittableRandom dice = new SplittableRandom(3);
    private long read;
    private int kills;

    KilledFollower(OwnBase own, int events, int most, Consumer<String> progress) {
        this.own = own;
        this.events = events;
        this.most = most;
        this.progress = progress;
    }

    int kills() {
        return kills;
    }

    void run(EventWriters writers) throws IOException {
        while (!runOnce(writers)) {
            kills++;
            progress.accept("killed " + kills + " times, " + read + " events read");
        }
    }

    /** Whether it caught up; else it is killed by then. */
    private boolean runOnce(EventWriters writers) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Following.class.getName(),
                        own.home().toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long next = (kills + 1L) * events / (most + 1);
        try (BufferedReader lines = process.inputReader()) {
            for (int idle = 0; idle < IDLE || kills < most; ) {
                String line = lines.readLine();
                if (line == null) {
                    throw new Unmeasured("the consumer ended by itself");
                }
                int page = Integer.parseInt(line);
                read += page;
                idle = page == 0 && writers.isDone() ? idle + 1 : 0;
                if (kills < most && (read >= next || idle >= IDLE)) {
                    TimeUnit.MILLISECONDS.sleep(dice.nextInt(LAST_MILLIS));
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } finally {
            process.destroyForcibly();
            ended(process);
        }
    }

    private static void ended(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
