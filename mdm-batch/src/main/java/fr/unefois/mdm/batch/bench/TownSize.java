package fr.unefois.mdm.batch.bench;

import java.util.Arrays;
import java.util.List;

/** How large a generated town is; its records are some 3.35 times its citizens. */
public enum TownSize {
    /** 65,000 records. */
    METROPOLE("metropole", 19_500),
    /** A million records. */
    MILLION("1m", 300_000),
    /** Ten million records. */
    TEN_MILLION("10m", 3_000_000);

    private final String word;
    private final int citizens;

    TownSize(String word, int citizens) {
        this.word = word;
        this.citizens = citizens;
    }

    /** What it is called on the command line. */
    public String word() {
        return word;
    }

    public int citizens() {
        return citizens;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(TownSize::word).toList();
    }
}
