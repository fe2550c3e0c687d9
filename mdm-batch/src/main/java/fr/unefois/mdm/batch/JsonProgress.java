package fr.unefois.mdm.batch;

import fr.unefois.mdm.command.Progress;
import java.io.PrintWriter;

/** A line when a phase begins, and at most one a second while it lasts, with the seconds that remain where they can be told. */
final class JsonProgress implements Progress {
    private static final long SECOND = 1_000_000_000L;

    private final PrintWriter out;
    private String phase = "";
    private long began;
    private long last;

    JsonProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void begin(String next) {
        phase = next;
        began = System.nanoTime();
        last = began;
        out.println(new JsonLine("begin").with("phase", phase));
    }

    @Override
    public void at(long done, long total) {
        if (System.nanoTime() - last >= SECOND) {
            last = System.nanoTime();
            JsonLine line = new JsonLine("progress")
                    .with("phase", phase)
                    .with("done", done)
                    .with("total", total);
            long remaining = Remaining.seconds(last - began, done, total);
            out.println(remaining < 0 ? line : line.with("remainingSeconds", remaining));
        }
    }

    @Override
    public void end() {}
}
