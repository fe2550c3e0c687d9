package fr.unefois.mdm.batch.generate;

import fr.unefois.mdm.record.Sex;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Given names in their time: each rises and falls around the year of its height. */
final class GivenNames {
    private static final int FIRST_YEAR = 1900;
    private static final int YEARS_A_STEP = 5;
    private static final int STEPS = 27;
    private static final double RARE = 0.05;
    private static final double COMPOUND = 0.045;

    private record Dated(String name, int height, int spread, int births) {
        static Dated of(String words) {
            String[] word = words.split(" ", -1);
            return new Dated(word[0], Integer.parseInt(word[1]), Integer.parseInt(word[2]), Integer.parseInt(word[3]));
        }

        long birthsIn(int year) {
            double away = (year - height) / (double) spread;
            return 1 + (long) (1000 * births * StrictMath.exp(-away * away / 2));
        }
    }

    private record OfOneSex(List<Urn<Dated>> byStep, List<String> rare, List<String> compound) {}

    private final Map<Sex, OfOneSex> bySex = new EnumMap<>(Sex.class);

    GivenNames() {
        WordLists lists = WordLists.read("given-names.txt");
        bySex.put(Sex.M, ofOneSex(lists, "male"));
        bySex.put(Sex.F, ofOneSex(lists, "female"));
    }

    private static OfOneSex ofOneSex(WordLists lists, String section) {
        List<Dated> dated =
                lists.words(section, "dated").stream().map(Dated::of).toList();
        List<Urn<Dated>> byStep = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            int year = FIRST_YEAR + step * YEARS_A_STEP;
            byStep.add(Urn.weighted(dated, name -> name.birthsIn(year)));
        }
        return new OfOneSex(byStep, lists.words(section, "rare"), lists.words(section, "compound"));
    }

    String draw(Sex sex, int year, Dice dice) {
        OfOneSex names = Objects.requireNonNull(bySex.get(sex));
        if (dice.chance(RARE)) {
            return dice.pick(names.rare);
        }
        int step = Math.max(0, Math.min(STEPS - 1, (year - FIRST_YEAR) / YEARS_A_STEP));
        String name = names.byStep.get(step).draw(dice).name();
        return dice.chance(COMPOUND) && !name.contains("-") ? dice.pick(names.compound) + "-" + name : name;
    }
}
