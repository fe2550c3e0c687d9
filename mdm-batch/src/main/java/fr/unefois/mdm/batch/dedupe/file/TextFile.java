package fr.unefois.mdm.batch.dedupe.file;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** A text file whose encoding has been found out; one that gzip compressed is read through. */
record TextFile(Path path, Encoding encoding, boolean zipped) {
    private static final int BUFFER = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

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
        String start = new String(head, 0, Math.min(head.length, 8), StandardCharsets.ISO_8859_1);
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

    /** Of which letters {@link #bytes} are. */
    Charset charset() {
        return encoding.isWide() ? StandardCharsets.UTF_8 : encoding.charset();
    }

    /**
     * The text without its byte order mark, in an encoding in which a letter of ASCII is one byte and no other letter has
     * such a byte.
     *
     * @param read told how many bytes of the file have been read
     */
    InputStream bytes(Table.Read read) {
        try {
            InputStream in = new Counted(Files.newInputStream(path), read);
            InputStream bytes = zipped ? new GZIPInputStream(in, BUFFER) : in;
            InputStream narrow = encoding.isWide() ? new Narrowed(bytes, encoding.charset()) : bytes;
            return charset().equals(StandardCharsets.UTF_8) ? withoutMark(narrow) : narrow;
        } catch (IOException e) {
            throw UnreadableFile.because(path, e);
        }
    }

    private static InputStream withoutMark(InputStream in) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(in, BYTE_ORDER_MARK.length);
        byte[] first = bytes.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(first, BYTE_ORDER_MARK)) {
            bytes.unread(first);
        }
        return bytes;
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
