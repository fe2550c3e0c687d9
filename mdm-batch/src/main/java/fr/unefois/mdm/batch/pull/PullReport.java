package fr.unefois.mdm.batch.pull;

import fr.unefois.mdm.batch.JsonLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a run did.
 *
 * @param linked records that waited and are linked now
 * @param toReview pairs that wait for a steward, in the whole base
 * @param citizens in the whole base
 */
record PullReport(List<SourceReport> sources, long linked, long toReview, long citizens) {
    static final List<String> FIGURES =
            List.of("read", "new", "changed", "unchanged", "deleted", "flawed", "quarantined");

    PullReport {
        sources = List.copyOf(sources);
    }

    /** What is wrong; the run has an exit code of 1 where there is something. */
    List<String> failures() {
        return sources.stream().flatMap(source -> source.failures().stream()).toList();
    }

    /** A line a source, a line for all of them, and what became of the base. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int width = Math.max(
                6, sources.stream().mapToInt(one -> one.source().length()).max().orElse(0));
        StringBuilder head = new StringBuilder(" ".repeat(width));
        FIGURES.forEach(name -> head.append(String.format(Locale.ROOT, " %11s", name)));
        lines.add(head.toString());
        sources.forEach(source -> lines.add(line(width, source.source(), source.figures())));
        if (sources.size() > 1) {
            lines.add(line(width, "all", totals()));
        }
        lines.add("linked " + linked + ", citizens " + citizens + ", to review " + toReview);
        return lines;
    }

    JsonLine json() {
        JsonLine line = new JsonLine("report");
        long[] totals = totals();
        for (int i = 0; i < totals.length; i++) {
            line.with(FIGURES.get(i), totals[i]);
        }
        return line.with("linked", linked)
                .with("citizens", citizens)
                .with("toReview", toReview)
                .withTexts("failures", failures())
                .with("sources", sources.stream().map(SourceReport::json).toList());
    }

    private long[] totals() {
        long[] totals = new long[FIGURES.size()];
        for (SourceReport source : sources) {
            long[] figures = source.figures();
            for (int i = 0; i < totals.length; i++) {
                totals[i] += figures[i];
            }
        }
        return totals;
    }

    private static String line(int width, String name, long[] figures) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-" + width + "s", name));
        for (long figure : figures) {
            line.append(String.format(Locale.ROOT, " %11d", figure));
        }
        return line.toString();
    }
}
