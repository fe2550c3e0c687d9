package fr.unefois.mdm.batch.dedupe.file;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A text file whose encoding has been found out; one that gzip compressed is read through. */
record TextFile(Path path, Encoding encoding, boolean zipped) {
    private static final int BUFFER = 1 << 16;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    static TextFile of(Path path) {
        try {
            byte[] start = head(path, false);
            boolean zipped = start.length > 1 && start[0] == 0x1F && (start[1] & 0xFF) == 0x8B;
            byte[] head = zipped ? head(path, true) : start;
            if (head.length == 0) {
                throw new UnreadableFile(path, "is empty; a header line and rows are expected");
            }
            Encoding wide = Encoding.wide(head);
            if (wide != null) {
                return new TextFile(path, wide, zipped);
            }
            refuseWhatIsNoText(path, head);
            try (InputStream all = open(path, zipped)) {
                return new TextFile(path, Encoding.narrow(all), zipped);
            }
        } catch (IOException e) {
            throw UnreadableFile.because(path, e);
        }
    }

    private static void refuseWhatIsNoText(Path path, byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 8), java.nio.charset.StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            throw new UnreadableFile(path, "is a spreadsheet or an archive, not text; save it as CSV");
        }
        if (start.startsWith("%PDF") || start.startsWith("SQLite f")) {
            throw new UnreadableFile(path, "is a binary file; export it as CSV");
        }
        for (byte one : head) {
            if (one == 0) {
                throw new UnreadableFile(path, "is a binary file; export it as CSV");
            }
        }
    }

    /** The text, without its byte order mark. */
    Reader reader() {
        return reader(bytes -> {});
    }

    /** The same, telling how many bytes of the file have been read. */
    Reader reader(Table.Read read) {
        try {
            InputStream in = new Counted(Files.newInputStream(path), read);
            Reader reader = new BufferedReader(new InputStreamReader(unzipped(in, zipped), encoding.charset()), BUFFER);
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            return reader;
        } catch (IOException e) {
            throw UnreadableFile.because(path, e);
        }
    }

    private static byte[] head(Path path, boolean zipped) throws IOException {
        try (InputStream start = open(path, zipped)) {
            return start.readNBytes(BUFFER);
        }
    }

    private static InputStream open(Path path, boolean zipped) throws IOException {
        return unzipped(Files.newInputStream(path), zipped);
    }

    private static InputStream unzipped(InputStream in, boolean zipped) throws IOException {
        return zipped ? new GZIPInputStream(in, BUFFER) : new BufferedInputStream(in, BUFFER);
    }

    /** Tells how much has been read. */
    private static final class Counted extends FilterInputStream {
        private final Table.Read read;
        private long count;

        Counted(InputStream in, Table.Read read) {
            super(in);
            this.read = read;
        }

        @Override
        public int read(byte[] buffer, int from, int most) throws IOException {
            int bytes = super.read(buffer, from, most);
            count += Math.max(0, bytes);
            read.bytes(count);
            return bytes;
        }
    }
}
