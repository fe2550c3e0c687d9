package fr.unefois.mdm.standardise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes a street line apart. Buildings, flats, residences and the person one lives with are left out where a way
 * remains; a house number counts where it stands before the way.
 */
final class Streets {
    private static final Set<String> LINKS =
            Set.of("DE", "DU", "DES", "D", "LA", "LE", "LES", "L", "ET", "AU", "AUX", "A");

    private static final Set<String> EXTRAS = Set.of(
            "BAT",
            "BATIMENT",
            "APT",
            "APPT",
            "APPART",
            "APPARTEMENT",
            "APP",
            "ETG",
            "ETAGE",
            "ESC",
            "ESCALIER",
            "RESIDENCE",
            "RES",
            "RESID",
            "BP",
            "CS",
            "TSA",
            "CEDEX",
            "LOGT",
            "LOGEMENT",
            "CHEZ",
            "HLM",
            "IMM",
            "IMMEUBLE",
            "RDC",
            "CHAMBRE",
            "CHB");

    /** These belong to the way's name unless a number or a letter follows. */
    private static final Set<String> NUMBERED_EXTRAS = Set.of("PORTE", "ENTREE", "ENT", "LOT", "BLOC", "TOUR", "BOITE");

    private static final Map<String, String> SUFFIXES =
            Map.of("BIS", "B", "TER", "T", "QUATER", "Q", "QUAT", "Q", "QUINQUIES", "C");

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("GAL", "GENERAL"),
            Map.entry("GEN", "GENERAL"),
            Map.entry("MAL", "MARECHAL"),
            Map.entry("DR", "DOCTEUR"),
            Map.entry("PDT", "PRESIDENT"),
            Map.entry("PRES", "PRESIDENT"),
            Map.entry("CDT", "COMMANDANT"),
            Map.entry("COL", "COLONEL"),
            Map.entry("CNE", "CAPITAINE"),
            Map.entry("CAP", "CAPITAINE"),
            Map.entry("LT", "LIEUTENANT"),
            Map.entry("PR", "PROFESSEUR"),
            Map.entry("SGT", "SERGENT"),
            Map.entry("ABB", "ABBE"),
            Map.entry("MGR", "MONSEIGNEUR"));

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
        List<String> words = words(line);
        dropLeading(words);
        if (words.isEmpty()) {
            return Street.NONE;
        }
        int type = type(words);
        return type < 0 ? untyped(words) : typed(words, type);
    }

    private static Street typed(List<String> words, int type) {
        int[] number = new int[1];
        String suffix = numberBefore(words, type, number);
        if (number[0] == 0 && type > 0) {
            suffix = numberAt(words, 0, number);
        }
        List<String> way = new ArrayList<>(words.subList(type + 1, words.size()));
        cutExtras(way);
        dropLinks(way);
        if (number[0] == 0 && way.size() > 1 && small(way.get(way.size() - 1)) && !small(way.get(way.size() - 2))) {
            number[0] = value(way.remove(way.size() - 1));
        }
        String full = WayTypes.full(words.get(type));
        return new Street(number[0], suffix, full == null ? "" : full, name(way));
    }

    /** Without APT 35, BAT C and linking words at the beginning. */
    private static void dropLeading(List<String> words) {
        while (words.size() > 2
                && EXTRAS.contains(words.get(0))
                && WayTypes.full(words.get(0)) == null
                && (letter(words.get(1)) || value(words.get(1)) > 0)) {
            words.subList(0, 2).clear();
        }
        while (words.size() > 1 && LINKS.contains(words.get(0))) {
            words.remove(0);
        }
        dropLinksAfterNumber(words);
    }

    /** 12 LA RESIDENCE is 12 RESIDENCE; a single letter may be the number's suffix. */
    private static void dropLinksAfterNumber(List<String> words) {
        int at = words.size() > 1 && SUFFIXES.containsKey(words.get(1)) ? 2 : 1;
        while (words.size() > at + 1
                && value(words.get(0)) > 0
                && (at == 2 || words.get(at).length() > 1)
                && LINKS.contains(words.get(at))) {
            words.remove(at);
        }
    }

    private static Street untyped(List<String> words) {
        int[] number = new int[1];
        String suffix = numberAt(words, 0, number);
        int from = number[0] > 0 ? 1 : 0;
        if (number[0] > 0 && from < words.size() && SUFFIXES.containsKey(words.get(from))) {
            from++;
        }
        List<String> way = new ArrayList<>(words.subList(from, words.size()));
        if (number[0] > 0 && !way.isEmpty()) {
            String guessed = WayTypes.misspelt(way.get(0));
            String glued = guessed == null ? WayTypes.glued(way.get(0)) : null;
            if (guessed != null) {
                way.remove(0);
            } else if (glued != null) {
                way.set(0, way.get(0).substring(glued.length()));
            }
            cutExtras(way);
            String full = guessed != null ? guessed : glued;
            return new Street(number[0], suffix, full == null ? "" : full, name(way));
        }
        cutExtras(way);
        return new Street(number[0], suffix, "", name(way));
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
            boolean numbered = numberBefore(words, i, new int[1]) != null && precededByNumber(words, i);
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

    private static boolean precededByNumber(List<String> words, int at) {
        int[] number = new int[1];
        numberBefore(words, at, number);
        return number[0] > 0;
    }

    /** Reads the house number that ends right before a word; of 12-14 the first. */
    private static String numberBefore(List<String> words, int at, int[] number) {
        int i = at - 1;
        boolean suffixed = i > 0 && (SUFFIXES.containsKey(words.get(i)) || letter(words.get(i)));
        if (suffixed && digits(words.get(i - 1)) && value(words.get(i - 1)) > 0) {
            i--;
        }
        if (i < 0 || value(words.get(i)) <= 0) {
            return "";
        }
        boolean range = i > 0 && value(words.get(i - 1)) > 0 && (i == 1 || !extra(words.get(i - 2)));
        return numberAt(words, range ? i - 1 : i, number);
    }

    /** Reads 12, 12B, 12 BIS or 12 A that begins at a word, and gives its suffix. */
    private static String numberAt(List<String> words, int at, int[] number) {
        String word = words.get(at);
        number[0] = Math.max(0, value(word));
        if (number[0] == 0) {
            return "";
        }
        int digits = 0;
        while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
            digits++;
        }
        if (digits < word.length()) {
            String glued = word.substring(digits);
            return SUFFIXES.getOrDefault(glued, glued);
        }
        String next = at + 1 < words.size() ? words.get(at + 1) : "";
        String suffix = SUFFIXES.get(next);
        boolean letterThenType = letter(next) && at + 2 < words.size() && WayTypes.full(words.get(at + 2)) != null;
        return suffix != null ? suffix : letterThenType ? next : "";
    }

    /** The number that a word is or begins with (12, 12B, 12BIS), −1 when it is none. */
    private static int value(String word) {
        int value = 0;
        int i = 0;
        while (i < word.length() && i < 5 && word.charAt(i) >= '0' && word.charAt(i) <= '9') {
            value = value * 10 + word.charAt(i++) - '0';
        }
        String rest = word.substring(i);
        boolean suffix = rest.isEmpty() || letter(rest) || SUFFIXES.containsKey(rest);
        return i > 0 && i < 5 && suffix ? value : -1;
    }

    private static boolean small(String word) {
        int value = word.length() <= 3 ? value(word) : -1;
        return value > 0 && digits(word);
    }

    private static boolean digits(String word) {
        return word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean letter(String word) {
        return word.length() == 1 && word.charAt(0) >= 'A' && word.charAt(0) <= 'Z';
    }

    private static boolean extra(String word) {
        return EXTRAS.contains(word) || NUMBERED_EXTRAS.contains(word);
    }

    private static void cutExtras(List<String> way) {
        boolean named = false;
        for (int i = 0; i < way.size(); i++) {
            String word = way.get(i);
            String next = i + 1 < way.size() ? way.get(i + 1) : "";
            boolean numbered = NUMBERED_EXTRAS.contains(word) && (letter(next) || value(next) > 0);
            if (named && (EXTRAS.contains(word) || numbered)) {
                way.subList(i, way.size()).clear();
                return;
            }
            named |= !LINKS.contains(word);
        }
    }

    private static void dropLinks(List<String> way) {
        if (!LINKS.containsAll(way)) {
            way.removeIf(LINKS::contains);
        }
    }

    /** Without linking words, titles in full. */
    private static String name(List<String> way) {
        dropLinks(way);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < way.size(); i++) {
            String word = StreetDates.figure(way, i);
            String full = word.startsWith("SAINT") ? "ST" + word.substring(5) : TITLES.getOrDefault(word, word);
            name.append(name.length() == 0 ? "" : " ").append(full);
        }
        return name.toString();
    }

    /** Folded words, the types of two words as one. */
    private static List<String> words(String line) {
        List<String> words = Folding.split(Folding.words(line));
        for (int i = 0; i < words.size(); i++) {
            int digits = gluedNumber(words.get(i));
            if (digits > 0) {
                words.add(i + 1, words.get(i).substring(digits));
                words.set(i, words.get(i).substring(0, digits));
            }
        }
        for (int i = 0; i + 1 < words.size(); i++) {
            String joined = joined(words.get(i), words.get(i + 1));
            if (joined != null) {
                words.set(i, joined);
                words.remove(i + 1);
            }
        }
        return words;
    }

    /** How many digits stand before a type that lost its space, 14RUE; 0 when it is not so. */
    private static int gluedNumber(String word) {
        int digits = 0;
        while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
            digits++;
        }
        boolean type = digits > 0
                && digits <= 4
                && (word.length() > digits + 1 || word.endsWith("R"))
                && WayTypes.full(word.substring(digits)) != null;
        return type ? digits : 0;
    }

    private static @Nullable String joined(String word, String next) {
        return switch (word) {
            case "ROND" -> next.equals("POINT") ? "RONDPOINT" : null;
            case "LIEU" -> next.equals("DIT") ? "LIEUDIT" : null;
            case "GRAND", "GRANDE", "GD" -> next.equals("RUE") ? "GRANDRUE" : null;
            default -> null;
        };
    }
}
