package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.batch.JsonLine;
import fr.unefois.mdm.batch.dedupe.column.ColumnUse;
import fr.unefois.mdm.batch.dedupe.column.Columns;
import fr.unefois.mdm.batch.dedupe.column.Understanding;
import fr.unefois.mdm.record.Flaw;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was understood of the files, column by column, and what was found wrong in them. Names of columns, counts and
 * line numbers only, never a value.
 *
 * @param memory what linking them is expected to take
 * @param flaws values that are not what their column says
 * @param flawed rows that have such values
 * @param repeated rows that repeat the id of another row of their source
 */
record Understood(Understanding understanding, MemoryPlan memory, Map<Flaw, Long> flaws, long flawed, long repeated) {

    /** For people to read. */
    void print(PrintWriter out) {
        for (Columns file : understanding.files()) {
            out.println(file.table().path() + ": " + file.table().format() + ", " + counted(file.rows(), "row"));
            file.table().remarks().forEach(remark -> out.println("  " + remark));
            table(file).forEach(out::println);
            if (file.uneven().count() > 0) {
                out.println(
                        "  " + counted(file.uneven().count(), "row") + " with more or fewer fields than the header: "
                                + file.uneven().where());
            }
        }
        out.println("about " + memory.inWords() + " of memory are needed");
        if (repeated > 0) {
            out.println(counted(repeated, "row") + " with the id of another row of their source; all are kept");
        }
        if (flawed > 0) {
            out.println(counted(flawed, "row")
                    + " with values that are not what their column says; those are not compared: "
                    + flaws.entrySet().stream()
                            .map(flaw -> flaw.getKey().attribute() + " "
                                    + flaw.getKey().rule() + " " + flaw.getValue())
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static List<String> table(Columns file) {
        List<ColumnUse> uses = file.uses();
        int names = width(uses.stream().map(ColumnUse::column).toList(), "column");
        int kinds = width(uses.stream().map(Understood::is).toList(), "is");
        List<String> lines = new ArrayList<>();
        for (ColumnUse use : uses) {
            String line = "  " + padded(use.column(), names) + "  " + padded(is(use), kinds) + "  " + use.why();
            lines.add(line.stripTrailing());
        }
        return lines;
    }

    private static int width(List<String> texts, String least) {
        return texts.stream().mapToInt(String::length).max().orElse(least.length());
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String is(ColumnUse use) {
        if (use.role() == null) {
            return use.purpose().name().toLowerCase(Locale.ROOT);
        }
        return use.role().name() + (use.type() == null ? "" : ", " + type(use));
    }

    private static String type(ColumnUse use) {
        return use.type() == null ? "" : use.type().name().toLowerCase(Locale.ROOT);
    }

    /** For machines: {@code files}, each with its columns, and the flaws. */
    JsonLine json() {
        return new JsonLine()
                .with(
                        "files",
                        understanding.files().stream().map(Understood::json).toList())
                .with(
                        "rows",
                        understanding.files().stream().mapToLong(Columns::rows).sum())
                .with("memoryBytes", memory.bytes())
                .with("repeatedIds", repeated)
                .with("flawedRows", flawed)
                .with(
                        "flaws",
                        flaws.entrySet().stream()
                                .map(flaw -> new JsonLine()
                                        .with(
                                                "attribute",
                                                flaw.getKey().attribute().name())
                                        .with("rule", flaw.getKey().rule())
                                        .with("count", flaw.getValue()))
                                .toList());
    }

    private static JsonLine json(Columns file) {
        return new JsonLine()
                .with("file", file.table().path().toString())
                .with("format", file.table().format())
                .withTexts("remarks", file.table().remarks())
                .with("rows", file.rows())
                .with("unevenRows", file.uneven().count())
                .withTexts(
                        "unevenLines",
                        file.uneven().lines().stream().map(String::valueOf).toList())
                .with("columns", file.uses().stream().map(Understood::json).toList());
    }

    private static JsonLine json(ColumnUse use) {
        JsonLine line = new JsonLine()
                .with("column", use.column())
                .with("use", use.purpose().name().toLowerCase(Locale.ROOT));
        if (use.role() != null) {
            line.with("attribute", use.role().name());
        }
        if (use.type() != null) {
            line.with("type", type(use));
        }
        return use.why().isEmpty() ? line : line.with("why", use.why());
    }
}
