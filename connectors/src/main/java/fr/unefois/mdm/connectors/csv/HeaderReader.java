package fr.unefois.mdm.connectors.csv;

import fr.unefois.mdm.connectors.Columns;
import fr.unefois.mdm.connectors.UnreadableSource;
import fr.unefois.mdm.connectors.csv.Encoding.Decoded;
import fr.unefois.mdm.connectors.csv.LineScanner.Line;
import java.nio.file.Path;
import java.util.Arrays;

/** Finds the header: the first line that is not blank. */
record HeaderReader(Path file, CsvLayout layout, RecordParser parser) {

    /** @throws UnreadableSource when there is none, or it lacks a wanted column */
    Header read(LineScanner lines, Columns columns) {
        for (Line line = lines.next(); line != null; line = lines.next()) {
            String text = text(line);
            // Spreadsheets write `sep=;` before the header.
            if (!text.isBlank() && !text.equals("sep=" + layout.separator())) {
                long number = line.number();
                String[] fields = parser.fields(text)
                        .orElseThrow(() -> unreadable(number, "the header's quotes are not closed; check `quote`"));
                return Header.of(file, number, fields, columns);
            }
        }
        throw new UnreadableSource(
                file + ": holds blank lines only, without a header; nothing is taken as deleted. Export it again");
    }

    private String text(Line line) {
        if (line.tooLong()) {
            throw unreadable(line.number(), "the header is longer than a megabyte; ask for a CSV export");
        }
        byte[] bytes = line.number() == 1 ? withoutMark(line.bytes()) : line.bytes();
        Decoded decoded = layout.encoding().decode(bytes);
        if (decoded instanceof Decoded.Bad bad) {
            int field = QuoteScan.of(bad.before(), layout, false).field() + 1;
            throw unreadable(line.number(), "the header's field " + field + ": " + bad.reason());
        }
        return ((Decoded.Good) decoded).text();
    }

    private UnreadableSource unreadable(long line, String why) {
        return new UnreadableSource(file + ":" + line + ": " + why);
    }

    private static byte[] withoutMark(byte[] line) {
        boolean marked = line.length >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(line, 3, line.length) : line;
    }
}
