package fr.unefois.mdm.batch;

/**
 * One phase of a command, shown while it lasts with an estimate of what remains. Thread-safe, so that those who share the
 * work may tell of it.
 */
public final class Phase implements AutoCloseable {
    private static final long BETWEEN = 100_000_000L;

    private final Progress progress;
    private final long total;
    private long done;
    private long shown = System.nanoTime();

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
    public synchronized void advance(long more) {
        at(done + more);
    }

    /** So much is done by now. */
    public synchronized void at(long now) {
        done = now;
        // Showing costs more than most steps of the work.
        if (System.nanoTime() - shown >= BETWEEN || done == total) {
            shown = System.nanoTime();
            progress.at(done, total);
        }
    }

    @Override
    public synchronized void close() {
        progress.end();
    }
}
