package fr.unefois.mdm.connectors.csv;

import fr.unefois.mdm.connectors.Columns;
import fr.unefois.mdm.connectors.QuarantinedRow;
import fr.unefois.mdm.connectors.Row;
import fr.unefois.mdm.connectors.SourceRow;
import fr.unefois.mdm.connectors.csv.Encoding.Decoded;
import fr.unefois.mdm.connectors.csv.LineScanner.Line;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lines to rows. A row is a line; where a quote stays open the following lines are tried with it, as far as they can
 * belong to it. A line that is a whole row by itself never does: so an unterminated quote costs its own row and no
 * other.
 */
record RowReader(CsvLayout layout, RecordParser parser, Header header, Columns columns) {
    /** How many lines, and characters, a quoted field may run over. */
    private static final int LINES_AHEAD = 50;

    private static final int CHARACTERS_AHEAD = 32_000;

    /** The row that begins at the line, taking the lines it runs over from the queue; null for a blank line. */
    @Nullable
    Row read(Line line, LineQueue queue) {
        if (line.tooLong()) {
            return aside(
                    line,
                    null,
                    "the line is " + line.length() + " bytes long, more than " + LineScanner.LONGEST
                            + "; a line end or a closing quote is missing in the export");
        }
        Decoded decoded = layout.encoding().decode(line.bytes());
        if (decoded instanceof Decoded.Bad bad) {
            String place = bad.before().isEmpty() ? "" : columnAtEnd(bad.before()) + ": ";
            return aside(line, idOf(line), place + bad.reason());
        }
        String text = ((Decoded.Good) decoded).text();
        if (text.isBlank()) {
            return null;
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            String place = columnAtEnd(text.substring(0, nul));
            return aside(line, null, place + ": holds a NUL character; the export is damaged here");
        }
        return parser.fields(text)
                .map(fields -> counted(line, fields))
                .orElseGet(() -> severalLines(line, text, queue));
    }

    private Row counted(Line line, String[] fields) {
        boolean surplusIsBlank = Arrays.stream(fields).skip(header.size()).allMatch(String::isBlank);
        if (fields.length >= header.size() && surplusIsBlank) {
            return new SourceRow(line.number(), header.row(fields, columns));
        }
        // Too many may be two rows run together, and too few may lack the identifier: nobody can name them.
        return aside(
                line,
                null,
                "the row has " + fields.length + " fields where the header has " + header.size()
                        + "; quote the values that hold a `" + layout.separator() + "` or a line end");
    }

    /** A row whose quoted value runs over several lines, or whose quotes are wrong. */
    private Row severalLines(Line first, String firstText, LineQueue queue) {
        QuoteScan scan = QuoteScan.of(firstText, layout, false);
        if (scan.stray() >= 0) {
            return aside(
                    first,
                    idOf(first),
                    header.name(scan.stray())
                            + ": a quote stands inside a quoted value; double the quotes that belong to the value");
        }
        StringBuilder text = new StringBuilder(firstText);
        boolean open = true;
        for (int used = 0; used < LINES_AHEAD && text.length() < CHARACTERS_AHEAD; used++) {
            Line line = queue.look(used);
            Decoded decoded =
                    line == null || line.tooLong() ? null : layout.encoding().decode(line.bytes());
            if (!(decoded instanceof Decoded.Good good) || isWholeRow(good.text())) {
                break;
            }
            text.append('\n').append(good.text());
            open = QuoteScan.of(good.text(), layout, open).open();
            Optional<String[]> fields = open
                    ? Optional.empty()
                    : parser.fields(text.toString()).filter(found -> found.length == header.size());
            if (fields.isPresent()) {
                queue.drop(used + 1);
                return counted(first, fields.get());
            }
        }
        return aside(
                first,
                idOf(first),
                header.name(scan.field())
                        + ": the quote that opens here is never closed; close it, or double it if it belongs to the value");
    }

    private boolean isWholeRow(String text) {
        return parser.fields(text)
                .filter(fields -> header.size() > 1 && fields.length == header.size())
                .filter(fields -> !fields[header.id()].isBlank())
                .isPresent();
    }

    private String columnAtEnd(String text) {
        return header.name(QuoteScan.of(text, layout, false).field());
    }

    private QuarantinedRow aside(Line line, @Nullable String id, String reason) {
        return new QuarantinedRow(line.number(), id, reason, layout.encoding().lenient(line.bytes()));
    }

    /** The identifier of a row that is not whole: known only where it comes first, in plain ASCII, unquoted. */
    private @Nullable String idOf(Line line) {
        String raw = new String(line.bytes(), StandardCharsets.ISO_8859_1);
        int end = raw.indexOf(layout.separator());
        String id = end < 0 ? "" : raw.substring(0, end).strip();
        boolean plain = id.chars().allMatch(c -> c > ' ' && c < 127 && c != layout.quote());
        return header.id() == 0 && !id.isEmpty() && plain ? id : null;
    }
}
