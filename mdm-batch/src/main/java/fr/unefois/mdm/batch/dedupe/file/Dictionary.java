package fr.unefois.mdm.batch.dedupe.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The different texts of one column, numbered from 0 in the order in which they first appear. They are kept as the bytes
 * that the file has, so that a text which was met before costs a hash and a comparison, and is never decoded.
 */
public final class Dictionary {
    /** So many bytes after a text may be looked at by {@link #add}. */
    static final int BEYOND = Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LARGEST = Integer.MAX_VALUE - 64;

    private final Charset charset;
    private byte[] bytes = new byte[256];
    private int[] ends = new int[16];
    private int size;
    /** Upper half: of the hash; lower half: the number and one more, 0 where there is none. */
    private long[] slots = new long[32];

    Dictionary(Charset charset) {
        this.charset = charset;
    }

    /** How many different texts there are. */
    public int size() {
        return size;
    }

    public String text(int code) {
        int start = start(code);
        return new String(bytes, start, ends[code] - start, charset);
    }

    /** Whether the text is empty. */
    public boolean isEmpty(int code) {
        return start(code) == ends[code];
    }

    /** How many bytes the text has. */
    public int length(int code) {
        return ends[code] - start(code);
    }

    /** One byte of a text; letters of ASCII are themselves in every encoding that is read here. */
    public byte at(int code, int index) {
        return bytes[start(code) + index];
    }

    private int start(int code) {
        return code == 0 ? 0 : ends[code - 1];
    }

    int add(String text) {
        byte[] in = text.getBytes(charset);
        return add(Arrays.copyOf(in, in.length + BEYOND), 0, in.length);
    }

    /** The number of a text, which stands in an array that has {@link #BEYOND} bytes more. */
    int add(byte[] in, int from, int to) {
        long hash = hash(in, from, to);
        int mask = slots.length - 1;
        int slot = (int) (hash >>> 32) & mask;
        for (long known = slots[slot]; known != 0; known = slots[slot]) {
            if ((known ^ hash) >>> 32 == 0) {
                int code = (int) known - 1;
                int start = start(code);
                int length = to - from;
                if (ends[code] - start == length && same(start, in, from, length)) {
                    return code;
                }
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = (hash & 0xFFFF_FFFF_0000_0000L) | (size + 1);
        return append(in, from, to);
    }

    private boolean same(int start, byte[] in, int from, int length) {
        if (length > 16) {
            return Arrays.equals(bytes, start, start + length, in, from, from + length);
        }
        for (int i = 0; i < length; i++) {
            if (bytes[start + i] != in[from + i]) {
                return false;
            }
        }
        return true;
    }

    private int append(byte[] in, int from, int to) {
        int start = size == 0 ? 0 : ends[size - 1];
        int length = to - from;
        if (length > LARGEST - start) {
            throw new IllegalStateException("the different texts of one column are more than 2 GB");
        }
        if (start + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, larger(bytes.length, start + length));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, larger(size, size + 1));
        }
        System.arraycopy(in, from, bytes, start, length);
        ends[size] = start + length;
        if (++size * 2L > slots.length && slots.length < 1 << 30) {
            grow();
        }
        return size - 1;
    }

    private static int larger(int length, int needed) {
        return (int) Math.min(LARGEST, Math.max(needed, length + (length >> 1) + 16L));
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        int mask = slots.length - 1;
        for (long known : old) {
            if (known != 0) {
                int slot = (int) (known >>> 32) & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = known;
            }
        }
    }

    private static long hash(byte[] in, int from, int to) {
        long hash = (long) to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = mix(hash ^ (long) LONGS.get(in, at));
        }
        if (at < to) {
            long last = (long) LONGS.get(in, at) & (-1L >>> (Long.SIZE - (to - at) * Byte.SIZE));
            hash = mix(hash ^ last);
        }
        return mix(hash);
    }

    private static long mix(long bits) {
        long mixed = bits * 0x9E37_79B9_7F4A_7C15L;
        return mixed ^ (mixed >>> 32);
    }

    /** UTF-8, which takes every text. */
    static Dictionary ofTexts() {
        return new Dictionary(StandardCharsets.UTF_8);
    }

    /** Nothing more is added: gives back what only adding needs. */
    void close() {
        slots = new long[1];
    }
}
