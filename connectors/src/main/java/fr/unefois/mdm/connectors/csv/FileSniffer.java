package fr.unefois.mdm.connectors.csv;

import fr.unefois.mdm.connectors.UnreadableSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at a file's first bytes, so that an empty, binary or UTF-16 file is named as what it is. */
final class FileSniffer {
    private static final int ENOUGH = 1 << 13;

    private FileSniffer() {}

    static void refuseWhatIsNoText(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(ENOUGH);
        }
        if (head.length == 0) {
            throw new UnreadableSource(
                    file + ": is empty, without even a header; nothing is taken as deleted. Export it again");
        }
        String start = new String(head, 0, Math.min(head.length, 4), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF")) {
            throw new UnreadableSource(file + ": is UTF-16 text; export it as UTF-8 (in a spreadsheet: CSV UTF-8)");
        }
        String kind = start.startsWith("PK\u0003\u0004")
                ? "a zip archive or a spreadsheet workbook; export it as CSV"
                : start.startsWith("\u001F\u008B")
                        ? "gzip-compressed; unpack it first"
                        : start.startsWith("%PDF") ? "a PDF; ask for a CSV export" : nulBytes(head);
        if (!kind.isEmpty()) {
            throw new UnreadableSource(file + ": is not text but " + kind);
        }
    }

    private static String nulBytes(byte[] head) {
        for (byte each : head) {
            if (each == 0) {
                return "binary; ask for a CSV export";
            }
        }
        return "";
    }
}
