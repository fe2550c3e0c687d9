package fr.unefois.mdm.command;

import java.util.concurrent.atomic.AtomicLong;

/**
 * One phase of a command, shown while it lasts with an estimate of what remains. Thread-safe, so that those who share the
 * work may tell of it.
 */
public final class Phase implements AutoCloseable {
    private static final long BETWEEN = 100_000_000L;

    private final Progress progress;
    private final long total;
    private final AtomicLong done = new AtomicLong();
    private volatile long shown = System.nanoTime();

    private Phase(Progress progress, long total) {
        this.progress = progress;
        this.total = total;
    }

    /**
     * @param name what is done, and of what: {@code compare}
     * @param total in any unit; 0 when it is not known
     */
    public static Phase begin(Progress progress, String name, long total) {
        progress.begin(name);
        return new Phase(progress, total);
    }

    /** So much more is done. */
    public void advance(long more) {
        show(done.addAndGet(more));
    }

    /** So much is done by now. */
    public void at(long now) {
        done.set(now);
        show(now);
    }

    /** Showing costs more than most steps of the work. */
    private void show(long now) {
        if (now == total || System.nanoTime() - shown >= BETWEEN) {
            showNow();
        }
    }

    private synchronized void showNow() {
        shown = System.nanoTime();
        progress.at(done.get(), total);
    }

    /** Of work that is a stretch of this phase: its own phases are not shown, only how far they take this one. */
    public Progress stretch(long from, long to) {
        return new Progress() {
            @Override
            public void begin(String phase) {}

            @Override
            public void at(long part, long whole) {
                if (whole > 0) {
                    Phase.this.at(from + (to - from) * Math.min(part, whole) / whole);
                }
            }

            @Override
            public void end() {}
        };
    }

    @Override
    public synchronized void close() {
        progress.end();
    }
}
