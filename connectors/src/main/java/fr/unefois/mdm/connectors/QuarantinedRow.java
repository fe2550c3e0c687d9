package fr.unefois.mdm.connectors;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row set aside whole, because it cannot be told what it says. The rows around it go on.
 *
 * @param id the source's identifier, where it can still be read
 * @param reason what is wrong and what to do about it; shows no value
 * @param raw the beginning of the row as it came, for whoever repairs it; what looks like a NIR is masked
 */
public record QuarantinedRow(long line, @Nullable String id, String reason, String raw) implements Row, Reading {
    /** Enough to recognise a row by, little enough for a line of 10 MB. */
    private static final int KEPT = 2_000;

    /** Thirteen to fifteen figures built like a NIR: sex, year, month, department, commune, order, key. */
    private static final Pattern NIR =
            Pattern.compile("\\d[ .-]?\\d{2}[ .-]?\\d{2}[ .-]?\\d[\\dAaBb][ .-]?\\d{3}[ .-]?\\d{3}(?:[ .-]?\\d{2})?");

    /** No database and no terminal wants these. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n]]");

    public QuarantinedRow {
        raw = NIR.matcher(raw.substring(0, Math.min(raw.length(), KEPT))).replaceAll("[masked]");
        raw = CONTROL.matcher(raw).replaceAll("\uFFFD");
    }

    @Override
    public String toString() {
        return "QuarantinedRow[line " + line + ": " + reason + "]";
    }
}
