package fr.unefois.mdm.connectors.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.util.Optional;

/** Cuts the text of one record into its fields. */
final class RecordParser {
    private final CsvReader.CsvReaderBuilder strict;

    RecordParser(CsvLayout layout) {
        this.strict = CsvReader.builder()
                .fieldSeparator(layout.separator())
                .quoteCharacter(layout.quote())
                .allowUnclosedQuote(false)
                .skipEmptyLines(false);
    }

    /** Empty when a quote is not closed, or something follows a closing quote. */
    Optional<String[]> fields(String text) {
        try {
            return Optional.of(strict.ofSingleCsvRecord(StringArrayHandler.of(), text));
        } catch (CsvParseException malformed) {
            return Optional.empty();
        }
    }
}
