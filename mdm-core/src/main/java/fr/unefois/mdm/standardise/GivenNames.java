package fr.unefois.mdm.standardise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads given names: a text each or one text for all, a compound staying one. */
final class GivenNames {
    private static final Map<String, String> HEAD = heads();
    private static final Remembered<String, GivenName> NAMES = new Remembered<>(GivenNames::work);

    private GivenNames() {}

    static List<GivenName> read(List<String> texts, ValueFlaws flaws) {
        List<GivenName> names = new ArrayList<>(2);
        for (String text : texts) {
            read(text, names, flaws);
        }
        return names;
    }

    private static void read(String text, List<GivenName> names, ValueFlaws flaws) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            flaws.add(text.chars().anyMatch(Character::isLetterOrDigit) ? "not-a-name" : "placeholder");
            return;
        }
        if (Placeholders.name(String.join(" ", words))) {
            flaws.add("placeholder");
            return;
        }
        for (String word : words) {
            if (Placeholders.word(word) || Placeholders.name(word)) {
                flaws.add("placeholder");
            } else {
                names.add(name(word));
            }
        }
    }

    static GivenName name(String folded) {
        return NAMES.of(folded);
    }

    private static GivenName work(String folded) {
        return new GivenName(folded, HEAD.getOrDefault(folded, folded), FrenchPhonetic.code(folded), initial(folded));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>(2);
        StringBuilder word = new StringBuilder();
        boolean gap = false;
        boolean dash = false;
        boolean comma = false;
        for (char c : Folding.marked(text)) {
            if (c == '-') {
                dash = true;
            } else if (c == ' ') {
                gap = true;
            } else if (c == ',') {
                comma = true;
            } else if (c != '\'' && (c < '0' || c > '9')) {
                if (word.length() > 0 && dash && !comma) {
                    word.append('-');
                } else if (gap || comma || dash) {
                    take(word, words);
                }
                gap = false;
                dash = false;
                comma = false;
                word.append(c);
            }
        }
        take(word, words);
        return words;
    }

    private static void take(StringBuilder word, List<String> words) {
        if (word.length() > 0) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** One letter of A–Z, or such letters with hyphens: J, J-P. A Chinese name of one sign is a name. */
    private static boolean initial(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (i % 2 == 0 ? c < 'A' || c > 'Z' : c != '-') {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> heads() {
        Map<String, String> heads = new HashMap<>(4096);
        for (String line : Resources.lines("given-names.txt")) {
            List<String> group = Folding.split(line);
            for (String name : group) {
                heads.putIfAbsent(name, group.get(0));
            }
        }
        return heads;
    }
}
