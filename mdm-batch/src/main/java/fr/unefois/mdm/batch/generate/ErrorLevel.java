package fr.unefois.mdm.batch.generate;

import java.util.Locale;

/** How carefully the town's sources are kept. */
enum ErrorLevel {
    LOW(0.4, 0.6),
    MEDIUM(1, 1),
    HIGH(2.2, 1.6);

    /** Times as many slips as at the middle level. */
    final double slips;

    /** Times as many empty fields. */
    final double gaps;

    ErrorLevel(double slips, double gaps) {
        this.slips = slips;
        this.gaps = gaps;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
