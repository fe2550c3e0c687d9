package fr.unefois.mdm.batch;

/** Shows how far a command is. One phase at a time. */
public interface Progress extends AutoCloseable {
    /** @param phase what is done, and of what: {@code read cantine} */
    void begin(String phase);

    /** @param total 0 while it is not known */
    void at(long done, long total);

    /** Ends the phase, so that other output has the terminal to itself. */
    void end();

    @Override
    default void close() {
        end();
    }

    /** What fits where the output goes: JSON lines when asked for, a bar on a terminal, else nothing. */
    static Progress of(boolean json, java.io.PrintWriter out) {
        if (json) {
            return new JsonProgress(out);
        }
        return Terminal.isThere() ? new BarProgress() : new Silence();
    }

    /** Shows nothing. */
    final class Silence implements Progress {
        @Override
        public void begin(String phase) {}

        @Override
        public void at(long done, long total) {}

        @Override
        public void end() {}
    }
}
