package fr.unefois.mdm.standardise;

import fr.unefois.mdm.record.PartialDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads dates in the writings that French sources use; what is not known stays unknown. */
final class Dates {
    /** The oldest citizens that a service of today may meet. */
    static final int OLDEST = 1880;

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("JAN", 1),
            Map.entry("FEV", 2),
            Map.entry("FEB", 2),
            Map.entry("MAR", 3),
            Map.entry("AVR", 4),
            Map.entry("APR", 4),
            Map.entry("MAI", 5),
            Map.entry("MAY", 5),
            Map.entry("JUN", 6),
            Map.entry("JUIN", 6),
            Map.entry("JUL", 7),
            Map.entry("JUIL", 7),
            Map.entry("AOU", 8),
            Map.entry("AUG", 8),
            Map.entry("SEP", 9),
            Map.entry("OCT", 10),
            Map.entry("NOV", 11),
            Map.entry("DEC", 12));

    private Dates() {}

    /**
     * Null when the text is no date that a citizen may have; the flaw goes to {@code flaws}.
     *
     * @param oldest the first year that is plausible
     */
    static @Nullable PartialDate read(String text, int oldest, LocalDate today, ValueFlaws flaws) {
        List<String> tokens = tokens(text);
        int[] date = parse(tokens, today.getYear());
        if (date == null) {
            boolean nothing = tokens.isEmpty()
                    || Placeholders.any(Folding.words(text))
                    || tokens.stream().allMatch(Folding::isZeros);
            flaws.add(nothing ? "placeholder" : "not-a-date");
            return null;
        }
        if (placeholder(date)) {
            flaws.add("placeholder");
            return null;
        }
        // A source a few time zones ahead may already write tomorrow.
        LocalDate earliest = LocalDate.of(date[0], Math.max(1, date[1]), Math.max(1, date[2]));
        if (date[0] < oldest || earliest.isAfter(today.plusDays(1))) {
            flaws.add("not-plausible");
            return null;
        }
        return PartialDate.of(date[0], date[1], date[2]);
    }

    private static boolean placeholder(int[] date) {
        int whole = date[0] * 10_000 + date[1] * 100 + date[2];
        return whole == 1900_01_01
                || whole == 1899_12_30
                || whole == 1899_12_31
                || whole == 1111_11_11
                || whole == 1_01_01
                || date[0] == 9999;
    }

    /** Year, month, day of the calendar, 0 for unknown; null when it is no date. */
    private static int @Nullable [] parse(List<String> tokens, int thisYear) {
        return switch (tokens.size()) {
            case 1 -> packed(tokens.get(0), thisYear);
            case 2 -> two(tokens.get(0), tokens.get(1));
            case 3 -> three(tokens.get(0), tokens.get(1), tokens.get(2), thisYear);
            default -> null;
        };
    }

    private static int @Nullable [] packed(String digits, int thisYear) {
        if (number(digits) < 0) {
            return null;
        }
        return switch (digits.length()) {
            case 4 -> date(number(digits), 0, 0);
            case 6 -> {
                int[] yearMonth = two(digits.substring(0, 4), digits.substring(4));
                boolean plausible = yearMonth != null && yearMonth[0] >= OLDEST && yearMonth[0] <= thisYear;
                yield plausible
                        ? yearMonth
                        : three(digits.substring(0, 2), digits.substring(2, 4), digits.substring(4), thisYear);
            }
            case 7 -> packed("0" + digits, thisYear);
            case 8 -> {
                int[] iso = three(digits.substring(0, 4), digits.substring(4, 6), digits.substring(6), thisYear);
                yield iso != null && (iso[0] >= 1800 && iso[0] < 2200)
                        ? iso
                        : three(digits.substring(0, 2), digits.substring(2, 4), digits.substring(4), thisYear);
            }
            default -> null;
        };
    }

    private static int @Nullable [] two(String first, String second) {
        if (first.length() == 4 && number(first) >= 0) {
            return date(number(first), month(second), 0);
        }
        return second.length() == 4 ? date(number(second), month(first), 0) : null;
    }

    private static int @Nullable [] three(String first, String second, String third, int thisYear) {
        if (first.length() == 4 && number(first) >= 0) {
            return date(number(first), month(second), day(third));
        }
        boolean monthFirst = Character.isLetter(first.charAt(0));
        int month = month(monthFirst ? first : second);
        int day = day(monthFirst ? second : first);
        int year = third.length() == 4 ? number(third) : third.length() == 2 ? century(number(third), thisYear) : -1;
        if (month > 12 && day >= 1 && day <= 12) {
            // 04/23/1987 can only be the American order.
            return date(year, day, month);
        }
        return date(year, month, day);
    }

    /** Two digits are the latest such year that is not to come. */
    private static int century(int year, int thisYear) {
        return year < 0 ? -1 : year <= thisYear % 100 ? thisYear / 100 * 100 + year : thisYear / 100 * 100 - 100 + year;
    }

    private static int @Nullable [] date(int year, int month, int day) {
        int known = month == 0 && day <= 31 && day > 0 ? 0 : day;
        return PartialDate.exists(year, month, known) ? new int[] {year, month, known} : null;
    }

    private static int month(String token) {
        int number = number(token);
        if (number >= 0 || token.length() < 3) {
            return token.length() <= 2 ? number : -1;
        }
        return MONTHS.getOrDefault(
                token.substring(0, Math.min(4, token.length())), MONTHS.getOrDefault(token.substring(0, 3), -1));
    }

    private static int day(String token) {
        return number(token.endsWith("ER") ? token.substring(0, token.length() - 2) : token);
    }

    /** −1 when it is not a number. */
    private static int number(String token) {
        if (token.isEmpty() || token.length() > 8) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    /** Runs of letters and digits, folded, without the time of day. */
    private static List<String> tokens(String text) {
        String date = text;
        int time = text.indexOf(':');
        if (time >= 10) {
            int gap = Math.max(text.lastIndexOf(' ', time), text.lastIndexOf('T', time));
            date = gap >= 8 ? text.substring(0, gap) : text;
        }
        return Folding.split(Folding.words(date));
    }
}
