package fr.unefois.mdm.batch.generate;

import fr.unefois.mdm.record.Sex;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a family's names come from. */
final class Origin {
    private static final double BUILT = 0.14;

    /** Citizens in a thousand. */
    final int share;

    private final double abroad;
    private final double kept;
    private final double doubled;
    private final List<String> countries;
    private final Urn<String> families;
    private final @Nullable BuiltNames built;
    private final Urn<String> male;
    private final Urn<String> female;

    Origin(WordLists lists, String name) {
        share = lists.number(name, "share");
        abroad = lists.number(name, "abroad") / 100.0;
        kept = lists.number(name, "kept") / 100.0;
        doubled = lists.number(name, "doubled") / 100.0;
        countries = lists.words(name, "countries");
        families = Urn.ranked(lists.words(name, "family"), 3, 0.8);
        male = Urn.ranked(lists.words(name, "male"), 2, 0.9);
        female = Urn.ranked(lists.words(name, "female"), 2, 0.9);
        List<String> stems = lists.words(name, "stems");
        built = stems.isEmpty()
                ? null
                : new BuiltNames(
                        lists.words(name, "prefixes"), stems, lists.words(name, "links"), lists.words(name, "endings"));
    }

    String familyName(Dice dice) {
        if (built != null && dice.chance(BUILT)) {
            return registered(built.draw(dice), dice);
        }
        String name = families.draw(dice);
        return registered(dice.chance(doubled) ? name + " " + families.draw(dice) : name, dice);
    }

    /** French registers rarely keep the letters that French does not have. */
    private static String registered(String name, Dice dice) {
        return dice.chance(0.85) ? Letters.western(name) : name;
    }

    String givenName(Sex sex, Dice dice) {
        return registered((sex == Sex.M ? male : female).draw(dice), dice);
    }

    boolean keepsItsGivenNames(Dice dice) {
        return dice.chance(kept);
    }

    /** The country of birth of an adult born abroad, or null for one born in France. */
    @Nullable
    String bornAbroad(Dice dice) {
        return dice.chance(abroad) ? Objects.requireNonNull(dice.pick(countries)) : null;
    }
}
