package fr.unefois.mdm.batch.dedupe.column;

import java.util.ArrayList;
import java.util.List;

/** The names in a file without a header: short words without figures; people share given names more than family names. */
final class Headless {
    private static final int LOOKED_AT = 1000;

    private Headless() {}

    static void recogniseNames(Draft draft) {
        List<Integer> words = new ArrayList<>();
        for (int i = 0; i < draft.columns(); i++) {
            List<String> values = draft.open(i) ? draft.values(i, LOOKED_AT) : List.of();
            if (!values.isEmpty() && Reading.share(values, Headless::name) >= 0.9) {
                words.add(i);
            }
        }
        if (words.size() == 1) {
            draft.use(words.get(0), Role.FULL_NAME, ByValues.TOLD);
        } else if (words.size() > 1) {
            int first = words.get(0);
            int second = words.get(1);
            boolean secondIsGiven = different(draft, second) < different(draft, first);
            draft.use(secondIsGiven ? second : first, Role.GIVEN_NAMES, ByValues.TOLD);
            draft.use(secondIsGiven ? first : second, Role.BIRTH_NAME, ByValues.TOLD);
        }
    }

    private static long different(Draft draft, int column) {
        return draft.values(column, LOOKED_AT).stream().map(Hash::of).distinct().count();
    }

    private static boolean name(String value) {
        return value.length() > 1
                && value.length() < 50
                && value.chars().noneMatch(Character::isDigit)
                && value.chars().filter(Character::isLetter).count() > 1;
    }
}
