package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.command.Command;
import java.util.Locale;

/**
 * How much memory linking takes, before it is taken. Measured with weights learnt: 300,000 rows of 37 MB end with a heap of
 * 400 MB, 1,000,000 rows of 125 MB with one of 1,100 MB, though some more spares Java much collecting of garbage.
 *
 * @param bytes of heap
 */
record MemoryPlan(long bytes) {
    private static final long FIXED = 100_000_000;
    private static final long A_ROW = 450;
    private static final long A_BYTE_OF_TEXT = 4;
    /** No row of a person is longer on average. */
    private static final long LONGEST_ROW = 250;

    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;
    /** What to advise, for an estimate that may be short. */
    private static final double ROOM = 1.25;

    static MemoryPlan of(long rows, long bytesOfText) {
        return new MemoryPlan(FIXED + rows * A_ROW + bytesOfText * A_BYTE_OF_TEXT);
    }

    /** The least that it can be, while the rows are not counted. */
    static MemoryPlan ofText(long bytes) {
        return of(bytes / LONGEST_ROW, bytes);
    }

    /**
     * Stops what would not fit.
     *
     * @param heap how many bytes Java may take
     */
    void check(long heap) {
        if (bytes > heap) {
            throw new Unusable(
                    Command.FAILED,
                    String.format(
                            Locale.ROOT,
                            "linking this needs about %s of memory, and Java may take %s: set MDM_HEAP=%dg, on a machine that"
                                    + " has as much free; or give fewer rows",
                            words(bytes),
                            words(heap),
                            (long) Math.ceil(bytes * ROOM / (1L << 30))));
        }
    }

    /** In words, such as {@code 340 MB} or {@code 1.4 GB}. */
    String inWords() {
        return words(bytes);
    }

    private static String words(long bytes) {
        return bytes < GIGA
                ? String.format(Locale.ROOT, "%.0f MB", bytes / MEGA)
                : String.format(Locale.ROOT, "%.1f GB", bytes / GIGA);
    }
}
