package fr.unefois.mdm.batch.dedupe.column;

import fr.unefois.mdm.batch.dedupe.file.Coded;
import fr.unefois.mdm.batch.dedupe.file.Codes;
import fr.unefois.mdm.batch.dedupe.file.Dictionary;
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

    /** So many bytes are more than six letters. */
    private static final int LONGEST_NOTHING = 24;

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

    /** Each different text is looked at once; all rows one by one only where their order counts. */
    static ColumnCount of(Coded.Column column, boolean tallied, Persons persons) {
        ColumnCount count = new ColumnCount(tallied);
        Dictionary texts = column.dictionary();
        int[] times = new int[texts.size()];
        int[] page = new int[Codes.PAGE];
        for (int i = 0; i < column.codes().pages(); i++) {
            int rows = column.codes().page(i, page);
            for (int row = 0; row < rows; row++) {
                times[page[row]]++;
            }
        }
        boolean[] filled = new boolean[times.length];
        for (int code = 0; code < times.length; code++) {
            filled[code] = count.add(texts, code, times[code]);
        }
        if (count.tally != null) {
            count.tally(count.tally, column, filled, persons);
        }
        return count;
    }

    /** Tells whether the text says something. */
    private boolean add(Dictionary texts, int code, int times) {
        rows += times;
        Nothing nothing = nothing(texts, code);
        if (nothing != Nothing.NO) {
            maybeNothing += nothing == Nothing.MAYBE ? times : 0;
            return false;
        }
        filled += times;
        if (beginsLikeADate(texts, code)) {
            dayMonth.add(texts.text(code), times);
        }
        return true;
    }

    private static Nothing nothing(Dictionary texts, int code) {
        if (texts.isEmpty(code)) {
            return Nothing.ALWAYS;
        }
        byte first = texts.at(code, 0);
        boolean word = first < 0 || (first > '?' && first != 'n' && first != 'N' && first != '\\');
        return word || texts.length(code) > LONGEST_NOTHING ? Nothing.NO : nothing(texts.text(code));
    }

    /** Whether one or two digits and what is no digit begin the text. */
    private static boolean beginsLikeADate(Dictionary texts, int code) {
        int digits = 0;
        while (digits < 3 && digits < texts.length(code) && isDigit(texts.at(code, digits))) {
            digits++;
        }
        return digits == 1 || digits == 2;
    }

    private static boolean isDigit(byte letter) {
        return letter >= '0' && letter <= '9';
    }

    private void tally(Tally all, Coded.Column column, boolean[] filled, Persons persons) {
        String[] texts = new String[filled.length];
        long[] hashes = new long[filled.length];
        for (int code = 0; code < texts.length; code++) {
            texts[code] = column.dictionary().text(code);
            hashes[code] = Hash.of(texts[code].strip());
        }
        for (int row = 0; row < column.codes().size(); row++) {
            int code = column.codes().get(row);
            if (filled[code]) {
                all.add(hashes[code], persons.of(row));
                count(texts[code]);
            }
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
