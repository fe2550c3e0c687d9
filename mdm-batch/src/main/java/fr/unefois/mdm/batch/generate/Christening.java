package fr.unefois.mdm.batch.generate;

import fr.unefois.mdm.record.Sex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a family chooses given names: of its origin or of the time, after the father, alike for twins. */
final class Christening {
    /** Second and third names are those of grandparents. */
    private static final int A_GENERATION = 45;

    private final GivenNames givenNames;

    Christening(GivenNames givenNames) {
        this.givenNames = givenNames;
    }

    List<String> names(Sex sex, int year, @Nullable Origin origin, Dice dice) {
        return withOthers(first(sex, year, origin, dice), sex, year, origin, dice);
    }

    /** A son named as his father, now and then; never as an elder brother or sister who lives. */
    List<String> childsNames(List<Inhabitant> family, Sex sex, int year, @Nullable Origin origin, Dice dice) {
        Inhabitant parent = family.get(0);
        if (parent.sex() == sex && dice.chance(0.06) && !isTaken(parent, family)) {
            return withOthers(parent.names().given().get(0), sex, year, origin, dice);
        }
        List<String> names = names(sex, year, origin, dice);
        while (family.stream().anyMatch(other -> other.names().given().get(0).equals(names.get(0)))) {
            names.set(0, first(sex, year, null, dice));
        }
        return names;
    }

    private static boolean isTaken(Inhabitant parent, List<Inhabitant> family) {
        String name = parent.names().given().get(0);
        return family.stream()
                .anyMatch(other -> other.citizen() != parent.citizen()
                        && other.names().given().get(0).equals(name));
    }

    /** Twins are given names that begin alike, more often than not. */
    List<String> twinsNames(List<Inhabitant> family, Inhabitant elder, Sex sex, @Nullable Origin origin, Dice dice) {
        int year = elder.birth().year();
        List<String> names = childsNames(family, sex, year, origin, dice);
        char initial = elder.names().given().get(0).charAt(0);
        boolean alike = dice.chance(0.55);
        for (int tries = 0; alike && tries < 40 && names.get(0).charAt(0) != initial; tries++) {
            names = childsNames(family, sex, year, origin, dice);
        }
        return names;
    }

    private String first(Sex sex, int year, @Nullable Origin origin, Dice dice) {
        return origin != null && (year < 1965 || origin.keepsItsGivenNames(dice))
                ? origin.givenName(sex, dice)
                : givenNames.draw(sex, year, dice);
    }

    private List<String> withOthers(String first, Sex sex, int year, @Nullable Origin origin, Dice dice) {
        List<String> names = new ArrayList<>(List.of(first));
        int others = dice.below(100);
        boolean elsewhere = origin != null && dice.chance(0.4);
        for (int left = elsewhere || others < 34 ? 0 : others < 76 ? 1 : others < 98 ? 2 : 3; left > 0; left--) {
            String name = givenNames.draw(sex, year - A_GENERATION + dice.between(0, 30), dice);
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }
}
