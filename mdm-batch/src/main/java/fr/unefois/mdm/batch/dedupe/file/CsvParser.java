package fr.unefois.mdm.batch.dedupe.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Cuts text into rows of fields, as RFC 4180 has it and as people write it: a quoted field may hold line breaks, a quote
 * in it is doubled or follows a backslash where the dialect says so, a quote within an unquoted field is a character. It
 * works on bytes: in every encoding that comes here, what parts fields is one byte and no byte of another letter.
 */
final class CsvParser implements AutoCloseable {
    /** A field of more characters than that is two, between which a quote is missing. */
    private static final int LONGEST = 1 << 24;

    private final Path path;
    private final Charset charset;
    private final InputStream in;
    private final int separator;
    private final int quote;
    private final boolean backslash;

    private byte[] left = new byte[0];
    private boolean last;
    private long line = 1;
    private long rowLine = 1;

    CsvParser(Path path, Dialect dialect, Charset charset, InputStream in) {
        this.path = path;
        this.charset = charset;
        this.in = in;
        this.separator = dialect.separator();
        this.quote = dialect.quote();
        this.backslash = dialect.backslash();
    }

    /** Cuts as many rows that are not blank as there is room for; false when there are none left. */
    boolean next(Cut cut) throws IOException {
        cut.clear();
        int end = left.length;
        if (end + Dictionary.BEYOND > cut.bytes.length) {
            cut.bytes = new byte[end * 2 + Dictionary.BEYOND];
        }
        System.arraycopy(left, 0, cut.bytes, 0, end);
        while (!last || end > 0) {
            int room = cut.bytes.length - Dictionary.BEYOND - end;
            int read = last ? 0 : in.readNBytes(cut.bytes, end, room);
            last |= read < room;
            end += read;
            int done = rows(cut, end);
            if (cut.rows() > 0 || last) {
                left = last ? new byte[0] : Arrays.copyOfRange(cut.bytes, done, end);
                return cut.rows() > 0;
            }
            System.arraycopy(cut.bytes, done, cut.bytes, 0, end - done);
            end -= done;
            if ((end + Dictionary.BEYOND) * 2L > cut.bytes.length) {
                cut.bytes = Arrays.copyOf(cut.bytes, Math.toIntExact(cut.bytes.length * 2L));
            }
        }
        left = new byte[0];
        return false;
    }

    /** Cuts all rows that end before a place, and tells where the first that does not begins. */
    private int rows(Cut cut, int end) {
        byte[] bytes = cut.bytes;
        int at = 0;
        while (at < end) {
            int start = at;
            rowLine = line;
            at = lineEnd(bytes, at, end);
            if (at < 0) {
                return start;
            }
            if (at > start) {
                line++;
                continue;
            }
            at = row(cut, start, end);
            if (at < 0) {
                cut.forget();
                line = rowLine;
                return start;
            }
            if (isBlank(cut)) {
                cut.forget();
            } else {
                cut.row(rowLine);
            }
        }
        return at;
    }

    /** Behind the line end that stands here, here where none does, −1 where only what comes will tell. */
    private int lineEnd(byte[] bytes, int at, int end) {
        if (bytes[at] == '\n') {
            return at + 1;
        }
        if (bytes[at] != '\r') {
            return at;
        }
        if (at + 1 < end) {
            return bytes[at + 1] == '\n' ? at + 2 : at + 1;
        }
        return last ? at + 1 : -1;
    }

    /** Adds the fields of one row, and tells where the next one begins; −1 where the row does not end yet. */
    private int row(Cut cut, int start, int end) {
        byte[] bytes = cut.bytes;
        int at = start;
        boolean escaped = false;
        int from = cut.size;
        while (true) {
            int begin = at;
            while (at < end && bytes[at] == ' ' && separator != ' ') {
                at++;
            }
            if (at < end && (bytes[at] & 0xFF) == quote) {
                begin = at + 1;
                int close = closing(bytes, begin, end);
                if (close == -1) {
                    return tooLong(bytes, begin, end);
                }
                at = Math.abs(close);
                int stop = at + 1 <= end ? fieldEnd(bytes, at, end) : at;
                boolean plain = close > 0 && stop == at;
                escaped |= !plain;
                cut.field(plain ? begin : ~begin, plain ? at - 1 : stop);
                at = stop;
            } else {
                at = fieldEnd(bytes, at, end);
                cut.field(begin, at);
            }
            if (at - begin > LONGEST) {
                tooLong(bytes, begin, at);
            }
            if (at == end) {
                if (!last) {
                    return -1;
                }
                break;
            }
            if (bytes[at] != separator) {
                at = lineEnd(bytes, at, end);
                if (at < 0) {
                    return -1;
                }
                line++;
                break;
            }
            at++;
        }
        if (escaped) {
            unescape(cut, from);
        }
        return at;
    }

    private int fieldEnd(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end) {
            byte c = bytes[at];
            if (c == separator || c == '\n' || c == '\r') {
                return at;
            }
            at++;
        }
        return at;
    }

    /**
     * Behind the quote that closes a field, negative where something in the field is escaped; −1 where the field does
     * not end yet.
     */
    private int closing(byte[] bytes, int from, int end) {
        long opened = line;
        boolean escaped = false;
        int at = from;
        while (at < end) {
            int c = bytes[at++] & 0xFF;
            if (c == '\\' && backslash) {
                if (at == end) {
                    break;
                }
                escaped = true;
                c = bytes[at++];
            } else if (c == quote) {
                if (at == end && !last) {
                    break;
                }
                if (at == end || (bytes[at] & 0xFF) != quote) {
                    return escaped ? -at : at;
                }
                escaped = true;
                at++;
            }
            line += c == '\n' ? 1 : 0;
        }
        if (last) {
            throw new UnreadableFile(
                    path,
                    opened,
                    "a quote is opened and never closed in this row or after it; mend the file and start again");
        }
        return -1;
    }

    /** Takes the quotes and backslashes out of the fields of a row that stand for others. */
    private void unescape(Cut cut, int from) {
        for (int i = from; i < cut.size; i += 2) {
            if (cut.fields[i] < 0) {
                int start = ~cut.fields[i];
                cut.fields[i + 1] = unescaped(cut.bytes, start, cut.fields[i + 1]);
                cut.fields[i] = start;
            }
        }
    }

    private int unescaped(byte[] bytes, int start, int end) {
        int to = start;
        int at = start;
        while (at < end) {
            byte c = bytes[at++];
            if (c == '\\' && backslash) {
                byte next = bytes[at++];
                if ((next & 0xFF) != quote && next != '\\') {
                    bytes[to++] = c;
                }
                c = next;
            } else if ((c & 0xFF) == quote) {
                if (at == end || bytes[at] != c) {
                    break;
                }
                at++;
            }
            bytes[to++] = c;
        }
        System.arraycopy(bytes, at, bytes, to, end - at);
        return to + end - at;
    }

    private int tooLong(byte[] bytes, int from, int end) {
        if (end - from > LONGEST && new String(bytes, from, end - from, charset).length() > LONGEST) {
            throw new UnreadableFile(
                    path,
                    rowLine,
                    "a field is longer than 16 million characters, a quote may be missing; mend the file and start again");
        }
        return -1;
    }

    /** Whether the row that was cut last is one field with nothing in it. */
    private boolean isBlank(Cut cut) {
        int end = cut.fields[cut.size - 1];
        int start = cut.fields[cut.size - 2];
        if (cut.added() > 1) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (cut.bytes[i] > ' ') {
                return false;
            }
        }
        return new String(cut.bytes, start, end - start, charset).isBlank();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
