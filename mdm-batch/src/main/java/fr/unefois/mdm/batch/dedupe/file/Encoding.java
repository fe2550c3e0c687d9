package fr.unefois.mdm.batch.dedupe.file;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Which characters a file's bytes stand for, told from all of them.
 *
 * @param broken how many bytes are not of the encoding; they are read as the replacement character
 */
record Encoding(Charset charset, long broken) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Charset LATIN_9 = Charset.forName("ISO-8859-15");

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /** So many well-formed letters stand against one byte that is not UTF-8, where the file is UTF-8 and damaged. */
    private static final int DAMAGED = 20;

    /** UTF-16 by its mark or by its zeros, null when it is not UTF-16. */
    static @org.jspecify.annotations.Nullable Encoding wide(byte[] head) {
        if (head.length >= 2) {
            int mark = ((head[0] & 0xFF) << 8) | (head[1] & 0xFF);
            if (mark == 0xFEFF) {
                return new Encoding(StandardCharsets.UTF_16BE, 0);
            }
            if (mark == 0xFFFE) {
                return new Encoding(StandardCharsets.UTF_16LE, 0);
            }
        }
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i & 1] += head[i] == 0 ? 1 : 0;
        }
        int half = head.length / 2;
        if (half < 8) {
            return null;
        }
        if (zeros[0] > half * 0.6 && zeros[1] == 0) {
            return new Encoding(StandardCharsets.UTF_16BE, 0);
        }
        return zeros[1] > half * 0.6 && zeros[0] == 0 ? new Encoding(StandardCharsets.UTF_16LE, 0) : null;
    }

    /** Whether a letter is two bytes or more, any of which may look like a letter of ASCII. */
    boolean isWide() {
        return charset.equals(StandardCharsets.UTF_16BE) || charset.equals(StandardCharsets.UTF_16LE);
    }

    /** UTF-8, or the one-byte encoding of western office software that the bytes show. */
    static Encoding narrow(InputStream in) throws IOException {
        Bytes bytes = new Bytes();
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes.add(buffer, read);
        }
        if (bytes.broken == 0 || bytes.letters > bytes.broken * DAMAGED) {
            return new Encoding(StandardCharsets.UTF_8, bytes.broken);
        }
        // 0x80 to 0x9F are letters and quotes in windows-1252 alone; where none is there, the eight places in which
        // ISO-8859-15 has letters and the others have signs decide.
        return new Encoding(bytes.windows == 0 && bytes.latin9 > 0 ? LATIN_9 : WINDOWS, 0);
    }

    /** Counts what tells the encodings apart. */
    private static final class Bytes {
        private long letters;
        private long broken;
        private long windows;
        private long latin9;
        private int expected;
        private int pending;

        void add(byte[] buffer, int size) {
            for (int i = 0; i < size; i++) {
                if (expected == 0) {
                    i = ascii(buffer, i, size);
                }
                if (i == size) {
                    return;
                }
                byte one = buffer[i];
                if (one < 0 || expected > 0) {
                    high(one & 0xFF, i > 0 ? buffer[i - 1] : 0, i + 1 < size ? buffer[i + 1] : 0);
                }
            }
        }

        /** Where the next byte is that is not ASCII. */
        private static int ascii(byte[] buffer, int from, int size) {
            int i = from;
            while (i + Long.BYTES <= size && ((long) LONGS.get(buffer, i) & 0x8080_8080_8080_8080L) == 0) {
                i += Long.BYTES;
            }
            while (i < size && buffer[i] >= 0) {
                i++;
            }
            return i;
        }

        private void high(int one, int before, int after) {
            windows += one >= 0x80 && one < 0xA0 ? 1 : 0;
            boolean sign = one == 0xA4
                    || one == 0xA6
                    || one == 0xA8
                    || one == 0xB4
                    || one == 0xB8
                    || (one >= 0xBC && one <= 0xBE);
            latin9 += sign && (Character.isLetter(before) || Character.isLetter(after)) ? 1 : 0;
            if (expected > 0 && (one & 0xC0) == 0x80) {
                expected--;
                letters += expected == 0 ? 1 : 0;
                return;
            }
            broken += expected > 0 ? pending - expected : 0;
            expected = 0;
            if (one >= 0x80) {
                expected = one >= 0xC2 && one < 0xE0
                        ? 1
                        : one >= 0xE0 && one < 0xF0 ? 2 : one >= 0xF0 && one < 0xF5 ? 3 : 0;
                pending = expected + 1;
                broken += expected == 0 ? 1 : 0;
            }
        }
    }
}
