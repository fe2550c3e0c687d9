package fr.unefois.mdm.command;

/** Hears how far a command is, to show it. One phase at a time. */
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
