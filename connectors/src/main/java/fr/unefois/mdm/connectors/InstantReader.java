package fr.unefois.mdm.connectors;

import fr.unefois.mdm.config.Section;
import java.time.Instant;
import java.util.Optional;

/** When the source last knew a row to be true. */
final class InstantReader {
    private final TextReader text;
    private final DateFormats formats;

    private InstantReader(TextReader text, DateFormats formats) {
        this.text = text;
        this.formats = formats;
    }

    static InstantReader read(Section mapping, ColumnCollector wanted) {
        if (!mapping.isSection("asOf")) {
            return new InstantReader(TextReader.ofColumns(mapping, "asOf", "asOf", wanted), DateFormats.ISO);
        }
        Section details = mapping.section("asOf");
        TextReader text = TextReader.ofColumns(details, "column", "asOf", wanted);
        DateFormats formats = DateFormats.read(details);
        details.end();
        return new InstantReader(text, formats);
    }

    String text(SourceRow row) {
        return text.text(row);
    }

    Optional<Instant> instant(SourceRow row) {
        return formats.instant(text.text(row));
    }
}
