package fr.unefois.mdm.batch.bench;

import fr.unefois.mdm.batch.JsonLine;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, for people as it comes or as one JSON document at the end. */
final class Report {
    private final PrintWriter out;
    private final boolean json;
    private final Machine machine;
    private final Version version;
    private final List<JsonLine> cases = new ArrayList<>();

    Report(PrintWriter out, boolean json, Machine machine, Version version) {
        this.out = out;
        this.json = json;
        this.machine = machine;
        this.version = version;
        if (!json) {
            out.println(machine.line());
            out.println(version.program() + ", " + version.commit());
        }
    }

    void add(Benchmark benchmark, Case measured) {
        if (json) {
            cases.add(json(benchmark, measured));
            return;
        }
        out.println();
        out.println(benchmark.name() + ": " + measured.what());
        out.println("  " + measured.command());
        for (Figure figure : measured.figures()) {
            out.println(row(figure));
        }
        measured.remarks().forEach(remark -> out.println("  (" + remark + ")"));
        out.flush();
    }

    void end() {
        if (json) {
            out.println(new JsonLine("report")
                    .with("machine", machine.json())
                    .with("version", version.program())
                    .with("commit", version.commit())
                    .with("cases", cases));
        }
        out.flush();
    }

    /** The median, its unit, the range where there is one, and the goal with whether it was reached. */
    static String row(Figure figure) {
        Unit unit = figure.unit();
        int runs = figure.values().size();
        StringBuilder more = new StringBuilder(String.format(Locale.ROOT, "%-5s", unit.symbol()));
        more.append(String.format(
                Locale.ROOT,
                " %-24s",
                runs == 1 || figure.least() == figure.most()
                        ? ""
                        : unit.bare(figure.least()) + "–" + unit.bare(figure.most()) + " in " + runs));
        figure.goal()
                .ifPresent(goal -> more.append(" goal ")
                        .append(goal.in(unit))
                        .append(goal.isReachedBy(figure.median()) ? ": reached" : ": MISSED"));
        return String.format(Locale.ROOT, "  %-34s %12s %s", figure.name(), unit.bare(figure.median()), more)
                .stripTrailing();
    }

    private static JsonLine json(Benchmark benchmark, Case measured) {
        return new JsonLine()
                .with("benchmark", benchmark.name())
                .with("what", measured.what())
                .with("command", measured.command())
                .with("figures", measured.figures().stream().map(Report::json).toList())
                .withTexts("remarks", measured.remarks());
    }

    private static JsonLine json(Figure figure) {
        JsonLine line = new JsonLine()
                .with("name", figure.name().strip())
                .with("unit", figure.unit().symbol())
                .with("median", figure.median())
                .with("least", figure.least())
                .with("most", figure.most())
                .withNumbers("runs", figure.values());
        figure.goal()
                .ifPresent(goal -> line.with("goal", goal.side() == Goal.Side.AT_MOST ? "atMost" : "atLeast")
                        .with("bound", goal.bound())
                        .with("reached", goal.isReachedBy(figure.median())));
        return line;
    }
}
