package fr.unefois.mdm.batch.dedupe.column;

import fr.unefois.mdm.record.AttributeType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether values that nobody knows the meaning of tell people apart, and how they are best compared; from how often they
 * are there, how many there are, and whether two rows that share one are alike otherwise.
 *
 * @param type null when they do not
 * @param why for people
 */
record Discrimination(@Nullable AttributeType type, String why) {
    private static final double HARDLY_ANY = 0.02;
    private static final double NEARLY_ALL = 0.95;
    /** Of rows that share a value with another row; less is chance. */
    private static final double TOO_FEW = 0.005;

    private static final int LONG_TEXT = 80;
    private static final int FEW = 20;
    /** So many pairs of rows prove something. */
    private static final int ENOUGH = 20;

    /** @param values some of them */
    static Discrimination of(ColumnCount count, List<String> values) {
        Tally tally = count.tally() == null ? tallied(values) : count.tally();
        String refused = refused(count, values, tally);
        if (refused != null) {
            return new Discrimination(null, refused);
        }
        boolean code = Reading.share(values, Discrimination::code) > 0.8;
        if (code && tally.distinct() > 0.1 * tally.rows()) {
            double alike = tally.met() < ENOUGH ? 1 : (double) tally.alike() / tally.met();
            if (alike < 0.05) {
                return new Discrimination(null, "rows that share its value have nothing else in common");
            }
            if (alike > 0.3) {
                return used(AttributeType.IDENTIFIER, tally);
            }
            return used(AttributeType.CATEGORY, tally);
        }
        return used(type(values, tally), tally);
    }

    private static @Nullable String refused(ColumnCount count, List<String> values, Tally tally) {
        if (count.filled() == 0) {
            return "is empty";
        }
        if (count.countsRows()) {
            return "counts the rows";
        }
        if (Reading.share(values, Reading::moment) > 0.5) {
            return "moments in time tell of the row, not of the person";
        }
        if (values.stream().mapToInt(String::length).average().orElse(0) > LONG_TEXT) {
            return "is free text, too long to be compared";
        }
        double coverage = (double) count.filled() / count.rows();
        if (coverage < HARDLY_ANY) {
            return String.format(Locale.ROOT, "is filled in %.1f %% of the rows only", 100 * coverage);
        }
        if (tally.distinct() < 2 || tally.commonest(1) > NEARLY_ALL) {
            return "says the same of nearly everybody";
        }
        if (tally.repeated() < TOO_FEW) {
            return "no value occurs twice: it tells of the row, not of the person";
        }
        return null;
    }

    private static AttributeType type(List<String> values, Tally tally) {
        if (Reading.share(values, Reading::date) > 0.9) {
            return AttributeType.DATE;
        }
        if (tally.commonest(FEW) > 0.9) {
            return AttributeType.CATEGORY;
        }
        if (Reading.share(values, Discrimination::number) > 0.9) {
            return AttributeType.NUMBER;
        }
        boolean letters = Reading.share(values, Discrimination::lettered) > 0.5;
        return letters ? AttributeType.TEXT : AttributeType.CATEGORY;
    }

    private static Discrimination used(AttributeType type, Tally tally) {
        return new Discrimination(
                type,
                String.format(
                        Locale.ROOT,
                        "about %d different values, %.0f %% of the rows share theirs",
                        tally.distinct(),
                        100 * tally.repeated()));
    }

    /** For a column that was thought to be known while the rows went by. */
    private static Tally tallied(List<String> values) {
        Tally tally = new Tally();
        values.forEach(value -> tally.add(Hash.of(value), 0));
        return tally;
    }

    /** One word of four characters or more, with a figure in it. */
    private static boolean code(String value) {
        return value.length() >= 4
                && value.chars().noneMatch(Character::isWhitespace)
                && value.chars().anyMatch(Character::isDigit)
                && !Reading.date(value);
    }

    private static boolean number(String value) {
        return value.matches("[-+]?\\d+([.,]\\d+)?");
    }

    private static boolean lettered(String value) {
        return value.chars().filter(Character::isLetter).count() * 2 > value.length();
    }
}
