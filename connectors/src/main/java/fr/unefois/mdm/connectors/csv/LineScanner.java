package fr.unefois.mdm.connectors.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts bytes into lines at LF, CRLF or CR, in bounded memory: of a line that is too long only the beginning is kept. */
final class LineScanner implements AutoCloseable {
    /** Beyond this no line is a row of citizens. */
    static final int LONGEST = 1 << 20;

    /** What is kept of a line that is too long: enough to find its identifier. */
    private static final int KEPT = 4096;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long read;
    private long number;
    private byte[] line = new byte[1 << 10];

    LineScanner(InputStream in) {
        this.in = in;
    }

    /** One line without its end. */
    static final class Line {
        private final long number;
        private final byte[] bytes;
        private final long length;

        private Line(long number, byte[] bytes, long length) {
            this.number = number;
            this.bytes = bytes;
            this.length = length;
        }

        /** 1-based. */
        long number() {
            return number;
        }

        /** The whole line, or the beginning of one that is too long; not to be changed. */
        byte[] bytes() {
            return bytes;
        }

        /** In bytes, of the whole line. */
        long length() {
            return length;
        }

        boolean tooLong() {
            return length > LONGEST;
        }
    }

    /** The next line without its end; null after the last. */
    @Nullable
    Line next() {
        int first = take();
        if (first < 0) {
            return null;
        }
        long length = 0;
        int next = first;
        while (next >= 0 && next != '\n' && next != '\r') {
            if (length < LONGEST) {
                if (length == line.length) {
                    line = Arrays.copyOf(line, line.length * 2);
                }
                line[(int) length] = (byte) next;
            }
            length++;
            next = take();
        }
        if (next == '\r' && peek() == '\n') {
            take();
        }
        int kept = length > LONGEST ? KEPT : (int) length;
        return new Line(++number, Arrays.copyOf(line, kept), length);
    }

    long bytesRead() {
        return read;
    }

    private int take() {
        int next = peek();
        if (next >= 0) {
            at++;
            read++;
        }
        return next;
    }

    private int peek() {
        if (at == end) {
            try {
                end = Math.max(0, in.read(buffer));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            at = 0;
            if (end == 0) {
                return -1;
            }
        }
        return buffer[at] & 0xFF;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
