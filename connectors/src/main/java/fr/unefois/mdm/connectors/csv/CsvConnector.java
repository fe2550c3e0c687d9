package fr.unefois.mdm.connectors.csv;

import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.config.Section;
import fr.unefois.mdm.connectors.Connector;
import fr.unefois.mdm.connectors.Extract;
import fr.unefois.mdm.record.SourceFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Delimited text files: {@code kind: csv}, with {@code file}, {@code separator} (a character, {@code tab}; a comma by
 * default), {@code quote} (a double quote by default) and {@code encoding} (UTF-8 by default; {@code auto} reads each
 * row as UTF-8 where it is, else as windows-1252). Line ends and a byte order mark are recognised.
 */
public final class CsvConnector implements Connector {
    @Override
    public String kind() {
        return "csv";
    }

    @Override
    public Extract extract(SourceFile file, Faults faults) {
        Section section = file.connector();
        section.text("kind");
        Path path = section.parsed("file", "a path", CsvConnector::path).orElse(Path.of(""));
        if (!section.has("file")) {
            section.fault("`connector.file` is missing; name the file to read");
        }
        char separator = character(section, "separator", ',');
        char quote = character(section, "quote", '"');
        if (separator == quote) {
            section.fault("`separator` and `quote` are the same character");
        }
        Encoding encoding = section.parsed(
                        "encoding", "an encoding; write utf-8, windows-1252, iso-8859-15 or auto", Encoding::named)
                .orElse(Encoding.UTF_8);
        section.end();
        return new CsvExtract(path, new CsvLayout(separator, quote, encoding));
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static char character(Section section, String key, char byDefault) {
        return section.parsed(key, "one character, or `tab`", CsvConnector::character)
                .orElse(byDefault);
    }

    private static char character(String text) {
        if (text.equals("tab")) {
            return '\t';
        }
        boolean usable = text.length() == 1 && text.charAt(0) < 128 && !Character.isLetterOrDigit(text.charAt(0));
        if (!usable || text.equals("\n") || text.equals("\r")) {
            throw new IllegalArgumentException();
        }
        return text.charAt(0);
    }
}
