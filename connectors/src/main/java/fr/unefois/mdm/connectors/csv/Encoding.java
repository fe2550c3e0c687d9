package fr.unefois.mdm.connectors.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/** Turns the bytes of one line into text, and says where that cannot be done. */
sealed interface Encoding {
    Encoding UTF_8 = new Declared(StandardCharsets.UTF_8);

    /** A line's text, or the first byte that is not of the encoding. */
    sealed interface Decoded {
        record Good(String text) implements Decoded {
            @Override
            public String toString() {
                return "Good[withheld]";
            }
        }

        /**
         * @param before the text up to the offending byte
         * @param reason what is wrong and what to do, without the place
         */
        record Bad(String before, String reason) implements Decoded {
            @Override
            public String toString() {
                return "Bad[" + reason + "]";
            }
        }
    }

    Decoded decode(byte[] line);

    /** The text with a replacement character for what is not of the encoding: to be shown, never to be used. */
    String lenient(byte[] line);

    /** @throws IllegalArgumentException for an encoding that is unknown, or in which a line is not split at LF bytes */
    static Encoding named(String name) {
        if (name.toLowerCase(Locale.ROOT).equals("auto")) {
            return new Guessed();
        }
        try {
            Charset charset = Charset.forName(name);
            if (!new String("A;\n".getBytes(StandardCharsets.US_ASCII), charset).equals("A;\n")) {
                throw new IllegalArgumentException();
            }
            return new Declared(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The encoding that the configuration names. */
    record Declared(Charset charset) implements Encoding {
        @Override
        public Decoded decode(byte[] line) {
            CharsetDecoder decoder = strict(charset);
            ByteBuffer in = ByteBuffer.wrap(line);
            CharBuffer out = CharBuffer.allocate((int) Math.ceil(line.length * (double) decoder.maxCharsPerByte()));
            CoderResult result = decoder.decode(in, out, true);
            out.flip();
            if (result.isError()) {
                return new Decoded.Bad(out.toString(), reason(line, in.position()));
            }
            if (!charset.equals(StandardCharsets.UTF_8) && hasUtf8Letters(line)) {
                return new Decoded.Bad(
                        "",
                        "is UTF-8 where " + name() + " is declared; set `encoding: utf-8` (or `auto`) for this source");
            }
            return new Decoded.Good(out.toString());
        }

        @Override
        public String lenient(byte[] line) {
            return new String(line, charset);
        }

        private String reason(byte[] line, int at) {
            String what = String.format(Locale.ROOT, "byte 0x%02X is not %s", line[at] & 0xFF, name());
            return charset.equals(StandardCharsets.UTF_8)
                    ? what
                            + "; the file is likely windows-1252: set `encoding: windows-1252` (or `auto`) for this source"
                    : what + "; the row is damaged, or another encoding is meant";
        }

        private String name() {
            return charset.name().equals("UTF-8") ? "UTF-8" : charset.name().toLowerCase(Locale.ROOT);
        }
    }

    /** UTF-8 where a line is UTF-8, else windows-1252: their letters beyond ASCII are never both. */
    record Guessed() implements Encoding {
        private static final Encoding WINDOWS = new Declared(Charset.forName("windows-1252"));

        @Override
        public Decoded decode(byte[] line) {
            Decoded decoded = UTF_8.decode(line);
            return decoded instanceof Decoded.Good ? decoded : WINDOWS.decode(line);
        }

        @Override
        public String lenient(byte[] line) {
            return WINDOWS.lenient(line);
        }
    }

    /** Whether the line holds letters beyond ASCII, and all of them are well-formed UTF-8. */
    private static boolean hasUtf8Letters(byte[] line) {
        for (byte each : line) {
            if (each < 0) {
                return !strict(StandardCharsets.UTF_8)
                        .decode(ByteBuffer.wrap(line), CharBuffer.allocate(line.length), true)
                        .isError();
            }
        }
        return false;
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
