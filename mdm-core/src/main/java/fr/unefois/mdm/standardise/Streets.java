package fr.unefois.mdm.standardise;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a street line apart. Buildings, flats, residences and the person one lives with are left out where a way
 * remains; a house number counts where it stands before the way.
 */
final class Streets {
    private static final int MOST_READINGS = 4;

    private Streets() {}

    static Street read(String line) {
        Street street = once(line);
        // Without a type, what was left out may give way to a number or a type that was hidden before.
        for (int more = 0; street.wayType().isEmpty() && more < MOST_READINGS; more++) {
            String number = street.number() == 0 ? "" : street.number() + street.suffix() + " ";
            Street again = once(number + street.way());
            if (again.equals(street)) {
                return street;
            }
            street = again;
        }
        return street;
    }

    private static Street once(String line) {
        List<String> words = StreetWords.of(line);
        dropLeading(words);
        if (words.isEmpty()) {
            return Street.NONE;
        }
        int type = type(words);
        return type < 0 ? untyped(words) : typed(words, type);
    }

    private static Street typed(List<String> words, int type) {
        HouseNumber number = HouseNumber.before(words, type);
        if (number.value() == 0 && type > 0) {
            number = HouseNumber.at(words, 0);
        }
        List<String> way = new ArrayList<>(words.subList(type + 1, words.size()));
        WayName.cutExtras(way);
        WayName.dropLinks(way);
        if (number.value() == 0
                && way.size() > 1
                && HouseNumber.isSmall(way.get(way.size() - 1))
                && !HouseNumber.isSmall(way.get(way.size() - 2))) {
            number = new HouseNumber(HouseNumber.value(way.remove(way.size() - 1)), number.suffix());
        }
        String full = WayTypes.full(words.get(type));
        return new Street(number.value(), number.suffix(), full == null ? "" : full, WayName.of(way));
    }

    /** Without APT 35, BAT C and linking words at the beginning. */
    private static void dropLeading(List<String> words) {
        while (words.size() > 2
                && WayName.EXTRAS.contains(words.get(0))
                && WayTypes.full(words.get(0)) == null
                && (HouseNumber.isLetter(words.get(1)) || HouseNumber.value(words.get(1)) > 0)) {
            words.subList(0, 2).clear();
        }
        while (words.size() > 1 && WayName.LINKS.contains(words.get(0))) {
            words.remove(0);
        }
        dropLinksAfterNumber(words);
    }

    /** 12 LA RESIDENCE is 12 RESIDENCE; a single letter may be the number's suffix. */
    private static void dropLinksAfterNumber(List<String> words) {
        int at = words.size() > 1 && HouseNumber.isSuffix(words.get(1)) ? 2 : 1;
        while (words.size() > at + 1
                && HouseNumber.value(words.get(0)) > 0
                && (at == 2 || words.get(at).length() > 1)
                && WayName.LINKS.contains(words.get(at))) {
            words.remove(at);
        }
    }

    private static Street untyped(List<String> words) {
        HouseNumber number = HouseNumber.at(words, 0);
        int from = number.value() > 0 ? 1 : 0;
        if (number.value() > 0 && from < words.size() && HouseNumber.isSuffix(words.get(from))) {
            from++;
        }
        List<String> way = new ArrayList<>(words.subList(from, words.size()));
        if (number.value() > 0 && !way.isEmpty()) {
            String guessed = WayTypes.misspelt(way.get(0));
            String glued = guessed == null ? WayTypes.glued(way.get(0)) : null;
            if (guessed != null) {
                way.remove(0);
            } else if (glued != null) {
                way.set(0, way.get(0).substring(glued.length()));
            }
            WayName.cutExtras(way);
            String full = guessed != null ? guessed : glued;
            return new Street(number.value(), number.suffix(), full == null ? "" : full, WayName.of(way));
        }
        WayName.cutExtras(way);
        return new Street(number.value(), number.suffix(), "", WayName.of(way));
    }

    /** Where the way's type stands, −1 when there is none. */
    private static int type(List<String> words) {
        int primary = -1;
        int secondary = -1;
        for (int i = 0; i < words.size(); i++) {
            String full = WayTypes.full(words.get(i));
            if (full == null) {
                continue;
            }
            boolean numbered = HouseNumber.before(words, i).value() > 0;
            if (!WayTypes.secondary(full)) {
                if (numbered) {
                    return i;
                }
                boolean named = i + 1 < words.size() || words.size() == 1;
                primary = primary < 0 && named && words.get(i).length() > (i == 0 ? 0 : 2) ? i : primary;
            } else if (secondary < 0 && (i == 0 || numbered)) {
                secondary = i;
            }
        }
        return primary >= 0 ? primary : secondary;
    }
}
