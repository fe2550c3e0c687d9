package fr.unefois.mdm.batch.bench;

import java.util.Locale;

/** What a figure counts, and how it is shown. */
public enum Unit {
    SECONDS("s", "%.2f"),
    MILLISECONDS("ms", "%.1f"),
    /** Of a thousand million bytes. */
    GIGABYTES("GB", "%.2f"),
    BYTES("bytes", "%,.0f"),
    COUNT("", "%,.0f"),
    RATIO("", "%.2f"),
    /** Of quality, from 0 to 1. */
    SHARE("", "%.4f"),
    PER_SECOND("/s", "%,.0f"),
    MILLIONS_PER_SECOND("M/s", "%.1f");

    private static final double GIGA = 1e9;

    private final String symbol;
    private final String form;

    Unit(String symbol, String form) {
        this.symbol = symbol;
        this.form = form;
    }

    static double gigabytes(long bytes) {
        return bytes / GIGA;
    }

    String symbol() {
        return symbol;
    }

    String bare(double value) {
        return String.format(Locale.ROOT, form, value);
    }

    String show(double value) {
        return symbol.isEmpty() ? bare(value) : bare(value) + " " + symbol;
    }
}
