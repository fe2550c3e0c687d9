package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.command.Command;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A text file whose encoding has been found out: UTF-8 where every byte agrees with it, UTF-16 by its mark, else
 * windows-1252, the encoding of French office software. {@code .gz} files are read through.
 */
record TextFile(Path path, Charset charset) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    static TextFile of(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new Unusable(Command.FAILED, path + ": is no file; check the name");
        }
        try (InputStream start = open(path)) {
            byte[] bytes = start.readNBytes(65_536);
            if (bytes.length == 0) {
                throw new Unusable(Command.FAILED, path + ": is empty; a header line and rows are expected");
            }
            if (bytes.length > 1 && ((bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF)) == BYTE_ORDER_MARK) {
                return new TextFile(path, StandardCharsets.UTF_16BE);
            }
            if (bytes.length > 1 && ((bytes[1] & 0xFF) << 8 | (bytes[0] & 0xFF)) == BYTE_ORDER_MARK) {
                return new TextFile(path, StandardCharsets.UTF_16LE);
            }
            for (byte one : bytes) {
                if (one == 0) {
                    throw new Unusable(Command.FAILED, path + ": is a binary file; export it as CSV");
                }
            }
            return new TextFile(path, isUtf8(path) ? StandardCharsets.UTF_8 : WINDOWS);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static boolean isUtf8(Path path) throws IOException {
        try (Reader reader = new InputStreamReader(
                open(path),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            char[] buffer = new char[65_536];
            int read = reader.read(buffer);
            while (read >= 0) {
                read = reader.read(buffer);
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The text, without its byte order mark. */
    Reader reader() {
        try {
            Reader reader = new java.io.BufferedReader(new InputStreamReader(open(path), charset), 65_536);
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
            return reader;
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    static Unusable unreadable(Path path, IOException e) {
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new Unusable(Command.FAILED, path + ": cannot be read: " + why);
    }

    private static InputStream open(Path path) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(path), 65_536);
        return path.toString().endsWith(".gz") ? new GZIPInputStream(raw, 65_536) : raw;
    }
}
