package fr.unefois.mdm.batch.dedupe.file;

import java.util.ArrayList;
import java.util.List;

/** A small number for each row, in pages that are as narrow as their numbers allow. */
public final class Codes {
    /** How many rows a page has; only the last one may have fewer. */
    public static final int PAGE = 1 << 14;

    private final List<Object> pages = new ArrayList<>();
    private int[] filling = new int[PAGE];
    private int filled;
    private int most;

    public void add(int code) {
        filling[filled++] = code;
        most |= code;
        if (filled == PAGE) {
            pack();
        }
    }

    private void pack() {
        if (most < 1 << 8) {
            byte[] page = new byte[filled];
            for (int i = 0; i < filled; i++) {
                page[i] = (byte) filling[i];
            }
            pages.add(page);
        } else if (most < 1 << 16) {
            char[] page = new char[filled];
            for (int i = 0; i < filled; i++) {
                page[i] = (char) filling[i];
            }
            pages.add(page);
        } else {
            pages.add(filling.clone());
        }
        filled = 0;
        most = 0;
    }

    public int size() {
        return pages.size() * PAGE + filled;
    }

    public int pages() {
        return pages.size() + (filled > 0 ? 1 : 0);
    }

    /** Lays out one page in an array of {@link #PAGE} numbers, and tells how many rows it has. */
    public int page(int number, int[] into) {
        if (number == pages.size()) {
            System.arraycopy(filling, 0, into, 0, filled);
            return filled;
        }
        Object page = pages.get(number);
        if (page instanceof byte[] bytes) {
            for (int i = 0; i < PAGE; i++) {
                into[i] = bytes[i] & 0xFF;
            }
        } else if (page instanceof char[] chars) {
            for (int i = 0; i < PAGE; i++) {
                into[i] = chars[i];
            }
        } else {
            System.arraycopy((int[]) page, 0, into, 0, PAGE);
        }
        return PAGE;
    }

    public int get(int row) {
        int at = row & (PAGE - 1);
        if (row >= pages.size() * PAGE) {
            return filling[at];
        }
        Object page = pages.get(row / PAGE);
        return page instanceof byte[] bytes
                ? bytes[at] & 0xFF
                : page instanceof char[] chars ? chars[at] : ((int[]) page)[at];
    }
}
