package fr.unefois.mdm.batch.dedupe.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text of another encoding as UTF-8. */
final class Narrowed extends InputStream {
    private final Reader reader;
    private final char[] letters = new char[1 << 15];
    private int kept;
    private byte[] bytes = new byte[0];
    private int at;

    Narrowed(InputStream in, Charset charset) {
        this.reader = new InputStreamReader(in, charset);
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] buffer, int from, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int size = Math.min(most, bytes.length - at);
        System.arraycopy(bytes, at, buffer, from, size);
        at += size;
        return size;
    }

    private boolean fill() throws IOException {
        while (at == bytes.length) {
            int read = reader.read(letters, kept, letters.length - kept);
            if (read < 0 && kept == 0) {
                return false;
            }
            int size = kept + Math.max(0, read);
            // The second half of a letter of two may come with the next read.
            kept = read > 0 && Character.isHighSurrogate(letters[size - 1]) ? 1 : 0;
            bytes = new String(letters, 0, size - kept).getBytes(StandardCharsets.UTF_8);
            letters[0] = letters[size - 1];
            at = 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
