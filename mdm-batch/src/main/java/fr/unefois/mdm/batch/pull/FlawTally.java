package fr.unefois.mdm.batch.pull;

import fr.unefois.mdm.batch.JsonLine;
import fr.unefois.mdm.connectors.ConfiguredSource;
import fr.unefois.mdm.record.Flaw;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How often a source's rows have which flaw, and where it is met first: a line a kind, however many rows have it. */
final class FlawTally {
    private static final Map<String, String> WHAT_TO_DO = Map.of(
            "not-a-date", "give the mapping its `format`, or correct the source",
            "placeholder", "it stands for no value: leave it empty in the source",
            "looks-like-a-nir", "it is never kept: take it out of the source",
            "not-a-sex", "give the mapping its `codes`, or correct the source");

    /** @param line of the first row that has it */
    private record Times(long line, long rows) {
        Times and(Times other) {
            return new Times(Math.min(line, other.line), rows + other.rows);
        }
    }

    private final ConfiguredSource source;
    private final Map<Flaw, Times> times =
            new TreeMap<>(Comparator.comparing(Flaw::attribute).thenComparing(Flaw::rule));

    FlawTally(ConfiguredSource source) {
        this.source = source;
    }

    void add(long line, Collection<Flaw> flaws) {
        flaws.stream().distinct().forEach(flaw -> times.merge(flaw, new Times(line, 1), Times::and));
    }

    /** {@code town.csv:3: column `ne` (birthDate): not-a-date in 2 rows, here first; …} */
    List<String> lines() {
        return times.entrySet().stream()
                .map(one -> source.place() + ":" + one.getValue().line() + ": " + where(one.getKey()) + ": "
                        + one.getKey().rule() + rows(one.getValue()) + "; "
                        + WHAT_TO_DO.getOrDefault(one.getKey().rule(), "correct it in the source"))
                .toList();
    }

    List<JsonLine> json() {
        return times.entrySet().stream()
                .map(one -> new JsonLine()
                        .with("attribute", one.getKey().attribute().name())
                        .with("rule", one.getKey().rule())
                        .with("rows", one.getValue().rows())
                        .with("firstLine", one.getValue().line()))
                .toList();
    }

    private String where(Flaw flaw) {
        List<String> columns = source.columns(flaw.attribute());
        String named = columns.stream().map(column -> "`" + column + "`").collect(Collectors.joining(", "));
        return columns.isEmpty()
                ? flaw.attribute().name()
                : (columns.size() == 1 ? "column " : "columns ") + named + " (" + flaw.attribute() + ")";
    }

    private static String rows(Times times) {
        return times.rows() == 1 ? "" : " in " + times.rows() + " rows, here first";
    }
}
