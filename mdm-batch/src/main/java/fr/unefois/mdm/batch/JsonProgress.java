package fr.unefois.mdm.batch;

import java.io.PrintWriter;

/** A line when a phase begins, and at most one a second while it lasts. */
final class JsonProgress implements Progress {
    private static final long SECOND = 1_000_000_000L;

    private final PrintWriter out;
    private String phase = "";
    private long last;

    JsonProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void begin(String next) {
        phase = next;
        last = System.nanoTime();
        out.println(new JsonLine("begin").with("phase", phase));
    }

    @Override
    public void at(long done, long total) {
        if (System.nanoTime() - last >= SECOND) {
            last = System.nanoTime();
            out.println(new JsonLine("progress")
                    .with("phase", phase)
                    .with("done", done)
                    .with("total", total));
        }
    }

    @Override
    public void end() {}
}
