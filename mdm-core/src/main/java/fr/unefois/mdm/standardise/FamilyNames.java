package fr.unefois.mdm.standardise;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads family names: rules 3 to 6 of French identity data. */
final class FamilyNames {
    /** Words that carry little weight. */
    static final Set<String> PARTICLES = Set.of(
            "DE", "DU", "DES", "D", "LE", "LA", "LES", "L", "VAN", "VON", "VOM", "DER", "DEN", "TEN", "TER", "ZU",
            "ZUM", "ZUR", "BEN", "BIN", "IBN", "BENT", "BINT", "OULD", "EL", "AL", "DA", "DO", "DOS", "DAS", "DI",
            "DEL", "DELLA", "DEGLI", "AIT", "O", "M", "N", "Y", "E", "ET", "MAC", "MC");

    private static final Set<String> CIVILITIES = Set.of("MME", "MLLE", "MR", "MONSIEUR", "MADAME", "MADEMOISELLE");

    /** What ties a birth name and a usage name in one field: DUPONT EPOUSE MARTIN. */
    private static final Set<String> TIES = Set.of("NEE", "NE", "EPOUSE", "EPSE", "EP", "VEUVE", "VVE");

    private FamilyNames() {}

    /** Null when the text holds no name; the flaw, if it is one, goes to {@code flaws}. */
    static @Nullable FamilyName read(String text, ValueFlaws flaws) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            flaws.add(text.chars().anyMatch(Character::isLetterOrDigit) ? "not-a-name" : "placeholder");
            return null;
        }
        if (Placeholders.name(String.join(" ", words))) {
            flaws.add("placeholder");
            return null;
        }
        String folded = String.join("", words);
        List<String> parts = words;
        if (words.size() > 1) {
            parts = new ArrayList<>(words);
            parts.removeIf(PARTICLES::contains);
            parts = parts.isEmpty() ? words : parts;
        }
        return new FamilyName(folded, parts, FrenchPhonetic.code(folded));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>(2);
        StringBuilder word = new StringBuilder();
        for (char c : Folding.marked(text)) {
            if (Folding.separates(c)) {
                take(word, words);
            } else if (c > '9' || c < '0') {
                word.append(c);
            }
        }
        take(word, words);
        while (words.size() > 1 && CIVILITIES.contains(words.get(0))) {
            words.remove(0);
        }
        if (words.size() > 2) {
            words.subList(1, words.size() - 1).removeIf(TIES::contains);
        }
        joinSaints(words);
        return words;
    }

    private static void take(StringBuilder word, List<String> words) {
        if (word.length() > 0) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** SAINT MARTIN, SAINT-MARTIN, ST MARTIN and SAINTMARTIN are one word, STMARTIN. */
    private static void joinSaints(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("SAINT")) {
                word = "ST" + word.substring(5);
                words.set(i, word);
            }
            while ((word.equals("ST") || word.equals("STE")) && i + 1 < words.size()) {
                word += words.remove(i + 1);
                words.set(i, word);
            }
        }
    }
}
