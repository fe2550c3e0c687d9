package fr.unefois.mdm.batch.dedupe.column;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The names in a file without a header: short words without figures. People share given names more than family names, and
 * married names are other people's birth names.
 */
final class Headless {
    private static final int LOOKED_AT = 1000;
    private static final double OFTEN_FILLED = 0.5;
    private static final double OTHER_PEOPLES = 0.15;

    private Headless() {}

    static void recogniseNames(Draft draft) {
        List<Integer> names = new ArrayList<>();
        for (int i = 0; i < draft.columns(); i++) {
            List<String> values = draft.open(i) ? draft.values(i, LOOKED_AT) : List.of();
            if (!values.isEmpty() && Reading.share(values, Headless::name) >= 0.9) {
                names.add(i);
            }
        }
        List<Integer> filled = names.stream()
                .filter(column -> coverage(draft, column) >= OFTEN_FILLED)
                .toList();
        if (filled.size() == 1) {
            draft.use(filled.get(0), Role.FULL_NAME, ByValues.TOLD);
        } else if (filled.size() > 1) {
            // Names come first in a row; further words are places and occupations, which people share still more.
            int given = filled.subList(0, 2).stream()
                    .min(Comparator.comparingDouble(column -> different(draft, column)))
                    .orElseThrow();
            int family = filled.get(0) == given ? filled.get(1) : filled.get(0);
            draft.use(given, Role.GIVEN_NAMES, ByValues.TOLD);
            draft.use(family, Role.BIRTH_NAME, ByValues.TOLD);
            Set<String> families = firstWords(draft, family);
            names.stream()
                    .filter(draft::open)
                    .filter(column ->
                            Reading.share(List.copyOf(firstWords(draft, column)), families::contains) > OTHER_PEOPLES)
                    .findFirst()
                    .ifPresent(column -> draft.use(column, Role.USAGE_NAME, ByValues.TOLD));
        }
    }

    private static double coverage(Draft draft, int column) {
        ColumnCount count = draft.survey().count(column);
        return (double) count.filled() / count.rows();
    }

    private static double different(Draft draft, int column) {
        return (double) firstWords(draft, column).size()
                / draft.values(column, LOOKED_AT).size();
    }

    private static Set<String> firstWords(Draft draft, int column) {
        Set<String> words = new HashSet<>();
        for (String value : draft.values(column, LOOKED_AT)) {
            words.add(value.split("[ ,-]", 2)[0].toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static boolean name(String value) {
        return value.length() > 1
                && value.length() < 50
                && value.chars().noneMatch(Character::isDigit)
                && value.chars().filter(Character::isLetter).count() > 1;
    }
}
