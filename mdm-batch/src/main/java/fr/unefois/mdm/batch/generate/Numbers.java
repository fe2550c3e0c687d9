package fr.unefois.mdm.batch.generate;

import org.jspecify.annotations.Nullable;

/** E-mail addresses and telephone numbers, as they truly are. */
final class Numbers {
    private static final String[] HOSTS = {
        "gmail.com",
        "gmail.com",
        "orange.fr",
        "wanadoo.fr",
        "free.fr",
        "sfr.fr",
        "laposte.net",
        "hotmail.fr",
        "outlook.fr",
        "yahoo.fr"
    };

    /** So many more digits are needed to keep the addresses of namesakes apart in a city than in a village. */
    private final int suffixes;

    Numbers(int citizens) {
        suffixes = Math.max(1000, citizens / 10);
    }

    String email(String given, String family, int birthYear, Dice dice) {
        String first = Letters.mailbox(given);
        String last = Letters.mailbox(family);
        String local = switch (dice.below(5)) {
            case 0 -> first + last;
            case 1 -> first + "_" + last;
            case 2 -> first.charAt(0) + "." + last;
            case 3 -> first.charAt(0) + last;
            default -> first + "." + last;
        };
        int ending = dice.below(10);
        String end =
                ending < 3 ? "" : ending < 5 ? String.valueOf(birthYear % 100) : String.valueOf(dice.below(suffixes));
        return local + end + "@" + HOSTS[dice.below(HOSTS.length)];
    }

    String mobile(Dice dice) {
        return (dice.chance(0.62) ? "6" : "7") + eight(dice);
    }

    String landline(Dice dice) {
        return "4" + eight(dice);
    }

    /** A landline beside the mobile, or an older number; most have none. */
    @Nullable
    String second(Dice dice) {
        return dice.chance(0.3) ? (dice.chance(0.6) ? landline(dice) : mobile(dice)) : null;
    }

    private static String eight(Dice dice) {
        return String.valueOf(dice.between(10_000_000, 99_999_999));
    }
}
