package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.batch.dedupe.column.Choices;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/** How to read the files; shared by the commands over files. */
final class InputOptions {
    @Option(
            names = "--id",
            paramLabel = "COLUMN",
            description = "The row's identifier (default: `id`, else the row number).")
    String id = "";

    @Option(
            names = "--source",
            paramLabel = "COLUMN",
            description = "The source's name (default: `source`, else the file's name).")
    String source = "";

    @Option(
            names = "--map",
            paramLabel = "COLUMN=ATTRIBUTE",
            description =
                    "What a column tells: birthName, givenNames, birthDate, addresses.line, …, or an attribute of your own"
                            + " with its type: suburb:text (identifier, text, category, number, date; repeatable).")
    Map<String, String> mapped = new LinkedHashMap<>();

    @Option(names = "--ignore", paramLabel = "COLUMN", description = "A column to keep from the matching (repeatable).")
    Set<String> ignored = new LinkedHashSet<>();

    Choices choices() {
        return new Choices(id, source, mapped, ignored);
    }
}
