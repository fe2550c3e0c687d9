package fr.unefois.mdm.standardise;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Dates in the names of ways: RUE DU ONZE NOVEMBRE is RUE DU 11 NOVEMBRE. */
final class StreetDates {
    private static final Set<String> MONTHS = Set.of(
            "JANVIER",
            "FEVRIER",
            "MARS",
            "AVRIL",
            "MAI",
            "JUIN",
            "JUILLET",
            "AOUT",
            "SEPTEMBRE",
            "OCTOBRE",
            "NOVEMBRE",
            "DECEMBRE");

    private static final Map<String, String> DAYS = Map.ofEntries(
            Map.entry("PREMIER", "1"),
            Map.entry("1ER", "1"),
            Map.entry("DEUX", "2"),
            Map.entry("TROIS", "3"),
            Map.entry("QUATRE", "4"),
            Map.entry("CINQ", "5"),
            Map.entry("SIX", "6"),
            Map.entry("SEPT", "7"),
            Map.entry("HUIT", "8"),
            Map.entry("NEUF", "9"),
            Map.entry("DIX", "10"),
            Map.entry("ONZE", "11"),
            Map.entry("DOUZE", "12"),
            Map.entry("TREIZE", "13"),
            Map.entry("QUATORZE", "14"),
            Map.entry("QUINZE", "15"),
            Map.entry("SEIZE", "16"),
            Map.entry("VINGT", "20"),
            Map.entry("TRENTE", "30"));

    private StreetDates() {}

    /** The word in figures where it is a day and a month follows; else the word. */
    static String figure(List<String> words, int at) {
        String word = words.get(at);
        boolean day = at + 1 < words.size() && MONTHS.contains(words.get(at + 1));
        return day ? DAYS.getOrDefault(word, word) : word;
    }
}
