package fr.unefois.mdm.standardise;

import java.util.List;
import java.util.Set;

/** The folded label of a commune: SAINT as ST, without what the post or an arrondissement adds. */
final class Labels {
    private static final Set<String> ARTICLES = Set.of("LE", "LA", "LES", "L");
    private static final Set<String> CITIES = Set.of("PARIS", "LYON", "MARSEILLE");

    private static final Set<String> ORDINALS = Set.of("", "E", "ER", "EM", "EME", "IEME", "ND", "RD");

    private Labels() {}

    /** Folded words to the form in which labels are compared. */
    static String canonical(String words) {
        List<String> kept = Folding.split(words);
        int cedex = kept.indexOf("CEDEX");
        if (cedex > 0) {
            kept.subList(cedex, kept.size()).clear();
        }
        if (quarter(kept)) {
            return kept.get(0);
        }
        while (kept.size() > 1 && Folding.isDigits(kept.get(kept.size() - 1))) {
            kept.remove(kept.size() - 1);
        }
        for (int i = 0; i < kept.size(); i++) {
            String word = kept.get(i);
            if (word.startsWith("SAINT")) {
                kept.set(i, "ST" + word.substring(5));
            } else if (i > 0 && word.equals("S") && i + 1 < kept.size()) {
                kept.set(i, "SUR");
            }
        }
        return String.join(" ", kept);
    }

    /** Paris, Lyon or Marseille, whose name needs no hint. */
    static boolean great(String words) {
        return CITIES.contains(words);
    }

    /** Whether the words are one of Paris, Lyon and Marseille with the number of its arrondissement. */
    static boolean quarter(List<String> words) {
        return words.size() > 1 && CITIES.contains(words.get(0)) && arrondissement(words.get(1));
    }

    /** HAVRE for LE HAVRE and for HAVRE LE. */
    static String withoutArticle(String words) {
        int first = words.indexOf(' ');
        if (first > 0 && ARTICLES.contains(words.substring(0, first))) {
            return words.substring(first + 1);
        }
        int last = words.lastIndexOf(' ');
        return last > 0 && ARTICLES.contains(words.substring(last + 1)) ? words.substring(0, last) : words;
    }

    /** 3, 03, 3E, 3EME, 1ER, XII, ARRONDISSEMENT. */
    private static boolean arrondissement(String word) {
        int digits = 0;
        while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
            digits++;
        }
        return digits == 0
                ? word.startsWith("ARR") || word.chars().allMatch(c -> c == 'I' || c == 'V' || c == 'X' || c == 'E')
                : digits <= 2 && ORDINALS.contains(word.substring(digits));
    }
}
