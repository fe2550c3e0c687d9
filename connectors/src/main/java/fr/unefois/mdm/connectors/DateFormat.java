package fr.unefois.mdm.connectors;

import fr.unefois.mdm.record.PartialDate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One way to write a date, out of {@code yyyy yy MM dd HH mm ss} and the characters between them. A day or month of 0
 * stands for one that is not known.
 */
final class DateFormat {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final Pattern TOKEN = Pattern.compile("yyyy|yy|MM|dd|HH|mm|ss");

    private final Pattern pattern;
    private final List<String> tokens;
    private final int pivot;

    /** A date with the time of day, where the text gives one. */
    record Moment(PartialDate date, int hour, int minute, int second) {
        /** Empty for a date that is not known to the day, or a time that no clock shows. */
        Optional<Instant> instant() {
            if (date.precision() != PartialDate.Precision.DAY || hour > 23 || minute > 59 || second > 59) {
                return Optional.empty();
            }
            return Optional.of(LocalDateTime.of(date.year(), date.month(), date.day(), hour, minute, second)
                    .atZone(FRANCE)
                    .toInstant());
        }
    }

    private DateFormat(Pattern pattern, List<String> tokens, int pivot) {
        this.pattern = pattern;
        this.tokens = tokens;
        this.pivot = pivot;
    }

    /**
     * @param pivot the latest year that {@code yy} may mean: 26 is 1926 under a pivot of 2025, and 2026 under 2026
     * @throws IllegalArgumentException saying what to write instead
     */
    static DateFormat of(String format, @Nullable Integer pivot) {
        List<String> tokens = new ArrayList<>();
        StringBuilder regex = new StringBuilder();
        Matcher matcher = TOKEN.matcher(format);
        int at = 0;
        while (matcher.find()) {
            literal(format, format.substring(at, matcher.start()), regex);
            boolean touchesAnother = (matcher.start() > 0 && matcher.start() == at)
                    || TOKEN.matcher(format)
                            .region(matcher.end(), format.length())
                            .lookingAt();
            String token = matcher.group();
            tokens.add(token);
            boolean twoFigures = token.equals("yy") || touchesAnother;
            regex.append(token.equals("yyyy") ? "(\\d{4})" : twoFigures ? "(\\d{2})" : "(\\d{1,2})");
            at = matcher.end();
        }
        literal(format, format.substring(at), regex);
        boolean shortYear = tokens.contains("yy");
        if (!shortYear && !tokens.contains("yyyy")) {
            throw wrong(format, "it has no year");
        }
        if (shortYear && pivot == null) {
            throw new IllegalArgumentException("`" + format
                    + "` has a two-figure year: say with `pivot: 2026` which is the latest year it can mean");
        }
        return new DateFormat(Pattern.compile(regex.toString()), tokens, pivot == null ? 0 : pivot);
    }

    private static void literal(String format, String between, StringBuilder regex) {
        if (!between.equals("T") && between.chars().anyMatch(Character::isLetterOrDigit)) {
            throw wrong(format, "`" + between + "` means nothing in it");
        }
        regex.append(Pattern.quote(between));
    }

    private static IllegalArgumentException wrong(String format, String why) {
        return new IllegalArgumentException("`" + format + "` is not a date format: " + why
                + "; write it with yyyy or yy, MM, dd, HH, mm, ss, such as dd/MM/yyyy");
    }

    boolean hasShortYear() {
        return tokens.contains("yy");
    }

    /** Empty when the text is written otherwise, or the calendar has no such day. */
    Optional<Moment> read(String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = hasShortYear() ? fullYear(number(matcher, "yy")) : number(matcher, "yyyy");
        int month = number(matcher, "MM");
        int day = month == 0 ? 0 : number(matcher, "dd");
        return PartialDate.exists(year, month, day)
                ? Optional.of(new Moment(
                        PartialDate.of(year, month, day),
                        number(matcher, "HH"),
                        number(matcher, "mm"),
                        number(matcher, "ss")))
                : Optional.empty();
    }

    private int fullYear(int two) {
        int year = pivot - pivot % 100 + two;
        return year > pivot ? year - 100 : year;
    }

    private int number(Matcher matcher, String token) {
        int group = tokens.indexOf(token) + 1;
        return group == 0 ? 0 : Integer.parseInt(matcher.group(group));
    }
}
