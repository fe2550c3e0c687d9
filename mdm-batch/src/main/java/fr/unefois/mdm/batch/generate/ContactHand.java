package fr.unefois.mdm.batch.generate;

import fr.unefois.mdm.batch.generate.Inhabitant.Contacts;
import java.util.List;
import java.util.Locale;

/** How e-mail addresses and telephone numbers are entered. */
final class ContactHand {
    private ContactHand() {}

    static void write(Contacts contacts, double care, double gaps, Dice dice, Entry entry) {
        entry.set(Field.EMAIL, email(contacts, care, gaps, dice));
        entry.set(Field.PHONE, phone(contacts, care, gaps, dice));
    }

    private static String email(Contacts contacts, double care, double gaps, Dice dice) {
        String former = contacts.formerEmail();
        String email = former != null && dice.chance(0.45) ? former : contacts.email();
        if (email == null) {
            return dice.chance(0.004 * care) ? dice.pick(List.of("inconnu@inconnu.fr", "nc@nc.fr")) : "";
        }
        if (dice.chance(0.045 + 0.13 * gaps)) {
            return "";
        }
        String written = dice.chance(0.014 * care) ? Slips.in(email, dice) : email;
        return dice.chance(0.14) ? written.toUpperCase(Locale.ROOT) : written;
    }

    private static String phone(Contacts contacts, double care, double gaps, Dice dice) {
        String other = contacts.other();
        String phone = other != null && dice.chance(0.24) ? other : contacts.phone();
        if (phone == null) {
            return dice.chance(0.004 * care) ? "0000000000" : "";
        }
        if (dice.chance(0.145 * gaps)) {
            return "";
        }
        return written(dice.chance(0.011 * care) ? Slips.inDigits(phone, dice) : phone, dice);
    }

    /** Nine digits, in one of the ways that French numbers are written. */
    private static String written(String digits, Dice dice) {
        return switch (dice.below(6)) {
            case 0 -> "0" + digits;
            case 1 -> "+33" + digits;
            case 2 -> "+33 " + digits;
            case 3 -> "0033" + digits;
            case 4 -> pairs(digits, ' ');
            default -> pairs(digits, '.');
        };
    }

    private static String pairs(String digits, char between) {
        StringBuilder written = new StringBuilder("0").append(digits.charAt(0));
        for (int i = 1; i < digits.length(); i += 2) {
            written.append(between).append(digits, i, Math.min(i + 2, digits.length()));
        }
        return written.toString();
    }
}
