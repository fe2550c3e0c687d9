package fr.unefois.mdm.batch.dedupe.column;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is counted of one column over all rows. */
final class ColumnCount {
    /** What programs write for nothing; the words among them are somebody's name as well. */
    enum Nothing {
        NO,
        ALWAYS,
        MAYBE
    }

    private @Nullable Tally tally;
    private final DayMonth dayMonth = new DayMonth();
    private long rows;
    private long filled;
    private long maybeNothing;
    private long increasing;
    private double last = Double.NEGATIVE_INFINITY;
    private boolean numeric = true;

    ColumnCount(boolean tallied) {
        this.tally = tallied ? new Tally() : null;
    }

    static Nothing nothing(String value) {
        if (value.isEmpty()) {
            return Nothing.ALWAYS;
        }
        char first = value.charAt(0);
        boolean word = first > '?' && first != 'n' && first != 'N' && first != '\\';
        if (value.length() > 6 || word) {
            return Nothing.NO;
        }
        return switch (value.strip().toLowerCase(Locale.ROOT)) {
            case "", "\\n", "#n/a", "(null)", "<na>", "n/a", "-", "--", "?", "." -> Nothing.ALWAYS;
            case "na", "null", "none", "nan", "nil" -> Nothing.MAYBE;
            default -> Nothing.NO;
        };
    }

    /** @param person what else the row tells, as {@link Tally} takes it */
    void add(String value, long person) {
        rows++;
        Nothing nothing = value.isEmpty() ? Nothing.ALWAYS : nothing(value);
        if (nothing != Nothing.NO) {
            maybeNothing += nothing == Nothing.MAYBE ? 1 : 0;
            return;
        }
        filled++;
        dayMonth.add(value);
        if (tally != null) {
            tally.add(Hash.of(value.strip()), person);
            count(value);
        }
    }

    /** Whether each number is the one before and one more, as a count of the rows is. */
    private void count(String value) {
        if (!numeric || value.length() > 15) {
            numeric = false;
            return;
        }
        double number = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < '0' || c > '9') {
                numeric = false;
                return;
            }
            number = number * 10 + c - '0';
        }
        increasing += number == last + 1 ? 1 : 0;
        last = number;
    }

    void add(ColumnCount other) {
        rows += other.rows;
        filled += other.filled;
        maybeNothing += other.maybeNothing;
        increasing += other.increasing;
        numeric &= other.numeric;
        dayMonth.add(other.dayMonth);
        if (tally != null && other.tally != null) {
            tally.add(other.tally);
        }
    }

    /** The same, where not all values were counted. */
    ColumnCount withoutTally() {
        tally = null;
        return this;
    }

    long rows() {
        return rows;
    }

    long filled() {
        return filled;
    }

    long maybeNothing() {
        return maybeNothing;
    }

    DayMonth dayMonth() {
        return dayMonth;
    }

    @Nullable
    Tally tally() {
        return tally;
    }

    /** Whether the column numbers the rows. */
    boolean countsRows() {
        return numeric && filled > 2 && increasing >= 0.9 * filled;
    }
}
