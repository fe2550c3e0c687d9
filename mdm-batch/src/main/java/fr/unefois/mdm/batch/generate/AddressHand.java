package fr.unefois.mdm.batch.generate;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How an address is entered: abbreviated, with or without its complement, in capitals. */
final class AddressHand {
    private static final Map<String, List<String>> SHORT = Map.of(
            "rue", List.of("r", "r."),
            "avenue", List.of("av", "av.", "ave"),
            "boulevard", List.of("bd", "bld", "boul.", "bvd"),
            "place", List.of("pl", "pl."),
            "impasse", List.of("imp", "imp."),
            "chemin", List.of("ch", "chem.", "che"),
            "allée", List.of("all", "all."),
            "route", List.of("rte", "rte."),
            "square", List.of("sq", "sq."),
            "cours", List.of("crs"));

    private AddressHand() {}

    static void write(Address address, double care, Dice dice, Entry entry) {
        entry.set(Field.ADDRESS_LINE, line(address, care, dice));
        entry.set(Field.POSTCODE, postcode(address.postcode(), care, dice));
        entry.set(Field.CITY, city(address.commune().name(), care, dice));
        entry.set(Field.CITY_CODE, dice.chance(0.6) ? address.commune().code() : "");
    }

    private static String line(Address address, double care, Dice dice) {
        StringBuilder line = new StringBuilder(48).append(address.number());
        if (!address.suffix().isEmpty()) {
            line.append(' ').append(address.suffix());
        }
        line.append(dice.chance(0.3) ? ", " : " ").append(type(address.type(), dice));
        line.append(dice.chance(0.004 * care) ? "" : " ").append(street(address.street(), care, dice));
        if (!address.complement().isEmpty() && dice.chance(0.65)) {
            if (dice.chance(0.5)) {
                line.insert(0, address.complement() + " ");
            } else {
                line.append(' ').append(address.complement());
            }
        }
        return capitals(line.toString(), 0.35, dice);
    }

    private static String type(String type, Dice dice) {
        return dice.chance(0.29) ? dice.pick(SHORT.getOrDefault(type, List.of(type))) : type;
    }

    private static String street(String street, double care, Dice dice) {
        if (street.startsWith("du 8 Mai") && dice.chance(0.1)) {
            return "du huit mai 1945";
        }
        return dice.chance(0.045 * care) ? Slips.in(street, dice) : street;
    }

    private static String postcode(String postcode, double care, Dice dice) {
        return dice.chance(0.003 * care) ? Slips.inDigits(postcode, dice) : postcode;
    }

    private static String city(String city, double care, Dice dice) {
        String written = dice.chance(0.01 * care) ? Slips.in(city, dice) : city;
        if (city.contains("-") && dice.chance(0.25)) {
            written = written.replace('-', ' ');
        }
        if (city.startsWith("Saint") && dice.chance(0.18)) {
            written = written.replaceFirst("^Saint", "St");
        }
        return capitals(written, 0.27, dice);
    }

    private static String capitals(String text, double share, Dice dice) {
        if (!dice.chance(share)) {
            return text;
        }
        return (dice.chance(0.85) ? Letters.plain(text) : text).toUpperCase(Locale.ROOT);
    }
}
