package fr.unefois.mdm.standardise;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The name of a way, from the words after its type. */
final class WayName {
    /** Words that only link others. */
    static final Set<String> LINKS = Set.of("DE", "DU", "DES", "D", "LA", "LE", "LES", "L", "ET", "AU", "AUX", "A");

    /** With these begins what is no part of the way. */
    static final Set<String> EXTRAS = Set.of(
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

    private WayName() {}

    static boolean isExtra(String word) {
        return EXTRAS.contains(word) || NUMBERED_EXTRAS.contains(word);
    }

    /** Cuts a way off where a building, a flat or a residence begins. */
    static void cutExtras(List<String> way) {
        boolean named = false;
        for (int i = 0; i < way.size(); i++) {
            String word = way.get(i);
            String next = i + 1 < way.size() ? way.get(i + 1) : "";
            boolean numbered =
                    NUMBERED_EXTRAS.contains(word) && (HouseNumber.isLetter(next) || HouseNumber.value(next) > 0);
            if (named && (EXTRAS.contains(word) || numbered)) {
                way.subList(i, way.size()).clear();
                return;
            }
            named |= !LINKS.contains(word);
        }
    }

    /** Without linking words, unless there are no others. */
    static void dropLinks(List<String> way) {
        if (!LINKS.containsAll(way)) {
            way.removeIf(LINKS::contains);
        }
    }

    /** Without linking words, titles in full. */
    static String of(List<String> way) {
        dropLinks(way);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < way.size(); i++) {
            String word = StreetDates.figure(way, i);
            String full = word.startsWith("SAINT") ? "ST" + word.substring(5) : TITLES.getOrDefault(word, word);
            name.append(name.length() == 0 ? "" : " ").append(full);
        }
        return name.toString();
    }
}
