package fr.unefois.mdm.batch.dedupe.column;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a column writes given names and family name in one text, told from all of its values that are at hand. */
public enum FullName {
    /** {@code Dupont, Jean}. */
    COMMA,
    /** {@code Jean DUPONT} or {@code DUPONT Jean}. */
    CAPITALS,
    /** {@code Jean Dupont}. */
    GIVEN_FIRST,
    /** {@code Dupont Jean}. */
    FAMILY_FIRST;

    private static final Set<String> PARTICLES = Set.of(
            "de", "du", "des", "d", "le", "la", "les", "van", "von", "der", "den", "ten", "ter", "ben", "el", "al",
            "da", "do", "dos", "di", "del", "della", "saint", "sainte", "st", "ste");

    /** People share given names more than family names: where fewer different words stand, the given names stand. */
    static FullName of(List<String> values) {
        if (Reading.share(values, value -> value.indexOf(',') > 0) > 0.5) {
            return COMMA;
        }
        if (Reading.share(values, FullName::mixed) > 0.5) {
            return CAPITALS;
        }
        Set<String> first = new HashSet<>();
        Set<String> last = new HashSet<>();
        for (String value : values) {
            String[] words = words(value);
            if (words.length > 1) {
                first.add(words[0].toLowerCase(Locale.ROOT));
                last.add(words[words.length - 1].toLowerCase(Locale.ROOT));
            }
        }
        return first.size() <= last.size() ? GIVEN_FIRST : FAMILY_FIRST;
    }

    /** Given names and family name; either may be empty. */
    public String[] split(String value) {
        String text = value.strip();
        if (text.indexOf(',') > 0 && this != CAPITALS) {
            int comma = text.indexOf(',');
            return new String[] {
                text.substring(comma + 1).strip(), text.substring(0, comma).strip()
            };
        }
        String[] words = words(text);
        if (words.length < 2) {
            return new String[] {"", text};
        }
        if (this == CAPITALS && mixed(text)) {
            return byCapitals(words);
        }
        boolean familyFirst = this == FAMILY_FIRST || this == COMMA;
        int from = familyFirst ? 0 : words.length - 1;
        int to = familyFirst ? 1 : words.length;
        while (!familyFirst && from > 1 && particle(words[from - 1])) {
            from--;
        }
        while (familyFirst && to < words.length - 1 && particle(words[to - 1])) {
            to++;
        }
        return familyFirst
                ? new String[] {joined(words, to, words.length), joined(words, 0, to)}
                : new String[] {joined(words, 0, from), joined(words, from, to)};
    }

    private static String[] byCapitals(String[] words) {
        StringBuilder given = new StringBuilder();
        StringBuilder family = new StringBuilder();
        for (int i = 0; i < words.length; i++) {
            boolean beforeCapitals = i + 1 < words.length && particle(words[i]) && capitals(words[i + 1]);
            StringBuilder one = capitals(words[i]) || beforeCapitals ? family : given;
            one.append(one.isEmpty() ? "" : " ").append(words[i]);
        }
        return new String[] {given.toString(), family.toString()};
    }

    private static boolean mixed(String value) {
        boolean capitals = false;
        boolean small = false;
        for (String word : words(value)) {
            capitals |= capitals(word);
            small |= !capitals(word) && !particle(word);
        }
        return capitals && small;
    }

    private static boolean capitals(String word) {
        return word.chars().filter(Character::isLetter).count() > 1
                && word.chars().noneMatch(Character::isLowerCase);
    }

    private static boolean particle(String word) {
        return PARTICLES.contains(word.toLowerCase(Locale.ROOT));
    }

    private static String joined(String[] words, int from, int to) {
        return String.join(" ", List.of(words).subList(from, to));
    }

    private static String[] words(String value) {
        return value.strip().split("\\s+", -1);
    }
}
