package fr.unefois.mdm.batch.generate;

import fr.unefois.mdm.batch.generate.Inhabitant.Names;
import java.util.List;

/** How names are entered: which of them, in which slot, and how they are spelt. */
final class NameHand {
    private static final WordLists VARIANTS = WordLists.read("variants.txt");

    private final SourceSystem system;
    private final double care;
    private final Dice dice;

    NameHand(SourceSystem system, double care, Dice dice) {
        this.system = system;
        this.care = care;
        this.dice = dice;
    }

    void write(Names names, Entry entry) {
        String usage = names.usage();
        String former = names.former();
        if (usage != null && former != null && dice.chance(0.4)) {
            usage = former;
        }
        String first = names.birth();
        String second = "";
        if (usage != null) {
            boolean both = dice.chance(system.bothNames);
            boolean exchanged = dice.chance(both ? 0.12 + 0.12 * care : system.byUsageName);
            first = exchanged ? usage : names.birth();
            second = !both ? "" : exchanged ? names.birth() : usage;
        }
        String family = spelt(joined(first));
        String given = given(names.given());
        boolean swapped = dice.chance(0.003 + 0.008 * care);
        entry.set(Field.BIRTH_FAMILY_NAME, swapped ? given : family);
        entry.set(Field.USUAL_FAMILY_NAME, second.isEmpty() ? "" : spelt(joined(second)));
        entry.set(Field.GIVEN_NAMES, swapped ? family : given);
    }

    private String given(List<String> all) {
        String first = all.get(0);
        if (system.allGivenNames) {
            return allGiven(all, first);
        }
        if (all.size() > 1 && dice.chance(0.024 * care)) {
            return spelt(all.get(1));
        }
        if (all.size() > 1 && dice.chance(0.02)) {
            return spelt(variant(first) + " " + all.get(1));
        }
        return dice.chance(0.0004 * care) ? dice.pick(List.of("INCONNU", "X", "SANS PRENOM")) : spelt(variant(first));
    }

    private String allGiven(List<String> all, String first) {
        StringBuilder names = new StringBuilder(variant(first));
        String between = dice.chance(0.975) ? " " : dice.chance(0.6) ? "-" : "";
        boolean reversed = all.size() > 1 && dice.chance(0.006 * care);
        for (int i = 1; i < all.size(); i++) {
            names.append(between).append(all.get(i));
        }
        return spelt(reversed ? all.get(1) + " " + first : names.toString());
    }

    private String variant(String name) {
        if (dice.chance(0.03 * care)) {
            return oneOf("diminutives", name);
        }
        if (dice.chance(0.05 * care)) {
            return oneOf("spellings", name);
        }
        int hyphen = name.indexOf('-');
        if (hyphen > 0 && dice.chance(0.05 * care)) {
            return name.substring(0, hyphen);
        }
        return joined(name);
    }

    private String oneOf(String section, String name) {
        List<String> found = VARIANTS.words(section, name);
        return found.isEmpty() ? name : dice.pick(found);
    }

    /** Names of two words: with a hyphen or a space, in one word, or one of them only. */
    private String joined(String name) {
        int gap = Math.max(name.indexOf(' '), name.indexOf('-'));
        if (gap < 0 || !dice.chance(0.2 + 0.05 * care)) {
            return name;
        }
        String first = name.substring(0, gap);
        String second = name.substring(gap + 1);
        int way = dice.below(20);
        if (way < 3) {
            return first + second;
        }
        if (way < 6 && first.length() > 3 && second.length() > 3) {
            return dice.chance(0.5) ? first : second;
        }
        return first + (name.charAt(gap) == ' ' ? '-' : ' ') + second;
    }

    private String spelt(String name) {
        return dice.chance(0.006 + 0.062 * care) ? Slips.in(name, dice) : name;
    }
}
