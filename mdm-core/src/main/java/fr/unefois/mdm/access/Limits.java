package fr.unefois.mdm.access;

/**
 * How much a client may ask.
 *
 * @param rate calls a minute; 0 for no limit
 * @param quota different citizens a day; 0 for no limit
 * @param alarm different citizens an hour, or questions about nobody, that somebody is told of
 */
public record Limits(int rate, int quota, int alarm) {
    private static final int UNUSUAL = 1000;

    /** Where the contract sets no alarm, a fifth of its quota is unusual for an hour. */
    static Limits of(int rate, int quota, int alarm) {
        int fifth = quota > 0 ? Math.max(1, quota / 5) : UNUSUAL;
        return new Limits(rate, quota, alarm > 0 ? alarm : fifth);
    }
}
