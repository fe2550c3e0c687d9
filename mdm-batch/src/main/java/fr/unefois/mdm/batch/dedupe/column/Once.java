package fr.unefois.mdm.batch.dedupe.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Each piece of evidence is used once: a column that only repeats others is left out. */
final class Once {
    private static final int LOOKED_AT = 2000;
    private static final double MOSTLY = 0.8;

    private Once() {}

    static void apply(Draft draft) {
        names(draft);
        if (draft.has(Role.BIRTH_DATE)) {
            for (Role part : Role.DATE_PARTS) {
                ignore(draft, part, "repeats " + named(draft, draft.of(Role.BIRTH_DATE)));
            }
        }
        for (int i = 0; i < draft.columns(); i++) {
            boolean age = ColumnNames.words(draft.name(i)).equals(List.of("age"));
            if (draft.open(i) && age && (draft.has(Role.BIRTH_DATE) || draft.has(Role.BIRTH_YEAR))) {
                draft.ignore(i, "follows from the birth date");
            } else if (draft.open(i)) {
                leaveOutARepetition(draft, i);
            }
        }
    }

    /** Family names by what the header says of them, and names in one text only where there are no others. */
    private static void names(Draft draft) {
        boolean own = draft.has(Role.BIRTH_NAME_OWN);
        if (own && !draft.has(Role.USAGE_NAME)) {
            for (int column : draft.of(Role.BIRTH_NAME)) {
                if (!draft.settled(column)) {
                    draft.use(column, Role.USAGE_NAME, "stands beside a birth name");
                }
            }
        }
        draft.of(Role.BIRTH_NAME_OWN).forEach(column -> draft.use(column, Role.BIRTH_NAME, ""));
        boolean given = draft.has(Role.GIVEN_NAMES);
        boolean family = draft.has(Role.BIRTH_NAME) || draft.has(Role.USAGE_NAME);
        for (int column : draft.of(Role.NAME)) {
            draft.use(column, given && !family ? Role.BIRTH_NAME : Role.FULL_NAME, draft.why(column));
        }
        if (!given && family && draft.of(Role.BIRTH_NAME).size() == 1) {
            int column = draft.of(Role.BIRTH_NAME).get(0);
            List<String> values = draft.values(column, LOOKED_AT);
            if (!draft.settled(column) && Reading.share(values, value -> value.indexOf(' ') > 0) > 0.6) {
                draft.use(column, Role.FULL_NAME, "holds several words, and no column has the given names");
            }
        }
        boolean separate = draft.has(Role.GIVEN_NAMES) && (draft.has(Role.BIRTH_NAME) || draft.has(Role.USAGE_NAME));
        List<Integer> whole = draft.of(Role.FULL_NAME);
        for (int i = 0; i < whole.size(); i++) {
            if ((separate || i > 0) && !draft.settled(whole.get(i))) {
                List<Integer> others = separate ? nameColumns(draft) : whole.subList(0, 1);
                draft.ignore(whole.get(i), "repeats " + named(draft, others));
            }
        }
    }

    private static List<Integer> nameColumns(Draft draft) {
        List<Integer> columns = new ArrayList<>(draft.of(Role.GIVEN_NAMES));
        columns.addAll(draft.of(Role.BIRTH_NAME));
        columns.addAll(draft.of(Role.USAGE_NAME));
        return columns;
    }

    private static void ignore(Draft draft, Role role, String why) {
        for (int column : draft.of(role)) {
            if (!draft.settled(column)) {
                draft.ignore(column, why);
            }
        }
    }

    /** Looks whether the words of a column stand in the others of its row, and leaves it out if they mostly do. */
    private static void leaveOutARepetition(Draft draft, int column) {
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < draft.columns(); i++) {
            boolean earlier = i < column && draft.open(i);
            if (i != column && (draft.role(i) != null || earlier)) {
                others.add(i);
            }
        }
        Map<Integer, Integer> givers = new HashMap<>();
        int looked = 0;
        int repeated = 0;
        for (String[] row : draft.survey().sample().rows()) {
            Set<String> left = words(row[column]);
            if (left.isEmpty() || row[column].strip().length() < 3 || looked == LOOKED_AT) {
                continue;
            }
            looked++;
            List<Integer> givenHere = new ArrayList<>();
            for (int other : others) {
                if (left.removeAll(words(row[other]))) {
                    givenHere.add(other);
                }
            }
            if (left.isEmpty()) {
                repeated++;
                givenHere.forEach(other -> givers.merge(other, 1, Integer::sum));
            }
        }
        if (looked >= 5 && repeated >= MOSTLY * looked) {
            int often = repeated / 3;
            draft.ignore(
                    column,
                    "repeats "
                            + named(
                                    draft,
                                    givers.entrySet().stream()
                                            .filter(giver -> giver.getValue() >= often)
                                            .map(Map.Entry::getKey)
                                            .sorted()
                                            .toList()));
        }
    }

    private static String named(Draft draft, List<Integer> columns) {
        return columns.stream().map(draft::name).collect(Collectors.joining(", "));
    }

    private static Set<String> words(String text) {
        return new HashSet<>(ColumnNames.words(text));
    }
}
