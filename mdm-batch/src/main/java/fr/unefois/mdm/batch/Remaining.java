package fr.unefois.mdm.batch;

/** How long a phase will last, if it goes on at the speed it had so far. */
final class Remaining {
    private static final double SECOND = 1e9;

    private Remaining() {}

    /**
     * @param nanos since the phase began
     * @return seconds, −1 while there is nothing to tell them from
     */
    static long seconds(long nanos, long done, long total) {
        return done <= 0 || total < done ? -1 : Math.round(nanos / SECOND * (total - done) / done);
    }
}
