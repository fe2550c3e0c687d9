package fr.unefois.mdm.batch.generate;

import fr.unefois.mdm.batch.generate.Inhabitant.Birth;
import java.util.List;

/** How a date of birth is entered: whole, in part, as the first of January, or slightly wrong. */
final class DateHand {
    private DateHand() {}

    static String write(Birth birth, double care, Dice dice) {
        int year = birth.year();
        int month = birth.month();
        int day = birth.day();
        double ticket = dice.below(1_000_000) / 1e6 / care;
        if (ticket < 0.0035) {
            return iso(year, month, 1).substring(0, 7);
        }
        if (ticket < 0.0055) {
            return String.valueOf(year);
        }
        if (ticket < 0.0095) {
            return iso(year, 1, 1);
        }
        if (ticket < 0.014) {
            return day <= 12 ? iso(year, day, month) : iso(year, month, day);
        }
        if (ticket < 0.0205) {
            return iso(slipped(year, dice), month, day);
        }
        if (ticket < 0.0235) {
            return iso(year, 1 + (month + dice.below(11)) % 12, Math.min(day, 28));
        }
        if (ticket < 0.035) {
            return iso(year, month, slippedDay(day, dice));
        }
        return ticket < 0.0353 ? "1900-01-01" : iso(year, month, day);
    }

    /** One digit of the day wrong, the second more often. */
    private static int slippedDay(int day, Dice dice) {
        int tens = day / 10;
        int units = day % 10;
        if (day <= 28 && dice.chance(0.2)) {
            return Math.max(1, (tens + 1) % 3 * 10 + Math.min(units, 8));
        }
        int other = (units + 1 + dice.below(8)) % 10;
        return tens == 3 || tens * 10 + other == 0 ? 29 : Math.min(28, tens * 10 + other);
    }

    private static int slipped(int year, Dice dice) {
        int by = dice.pick(List.of(1, 1, 1, 2, 10));
        return year - by < 1925 || (dice.chance(0.5) && year + by <= Inhabitant.THIS_YEAR) ? year + by : year - by;
    }

    private static String iso(int year, int month, int day) {
        return year + (month < 10 ? "-0" : "-") + month + (day < 10 ? "-0" : "-") + day;
    }
}
