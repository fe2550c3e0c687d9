package fr.unefois.mdm.batch.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Composes quarters on several threads and writes them in their order: the bytes do not depend on the threads. */
final class TownPress {
    /** Told after each quarter. */
    interface Progress {
        void written(int citizens, long rows);
    }

    private final Town town;
    private final int threads;
    private final Progress progress;

    TownPress(Town town, int threads, Progress progress) {
        this.town = town;
        this.threads = threads;
        this.progress = progress;
    }

    void print(Path folder) throws IOException {
        Households households = new Households(town);
        Composer composer = new Composer(town, households);
        Quarters quarters = new Quarters(households, town.citizens());
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try (TownFiles files = TownFiles.create(folder)) {
            Queue<Future<Pages>> pending = new ArrayDeque<>();
            int citizens = 0;
            long rows = 0;
            while (quarters.hasNext() || !pending.isEmpty()) {
                while (quarters.hasNext() && pending.size() <= threads) {
                    Quarter quarter = quarters.next();
                    pending.add(workers.submit(() -> composer.compose(quarter)));
                }
                Pages pages = taken(pending.remove());
                files.append(pages);
                citizens += pages.citizens();
                rows += pages.rows();
                progress.written(citizens, rows);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static Pages taken(Future<Pages> pages) {
        try {
            return pages.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while composing a quarter", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a quarter could not be composed", e.getCause());
        }
    }
}
