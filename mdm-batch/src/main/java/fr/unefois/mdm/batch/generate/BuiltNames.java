package fr.unefois.mdm.batch.generate;

import java.util.List;
import java.util.Locale;

/** Family names built from the parts that names of one region are made of: the long tail that no list holds. */
final class BuiltNames {
    private final List<String> prefixes;
    private final Urn<String> stems;
    private final List<String> links;
    private final Urn<String> endings;

    BuiltNames(List<String> prefixes, List<String> stems, List<String> links, List<String> endings) {
        this.prefixes = prefixes;
        this.stems = Urn.spread(stems, 0.5);
        this.links = links;
        this.endings = Urn.spread(endings, 0.6);
    }

    String draw(Dice dice) {
        StringBuilder name = new StringBuilder(stems.draw(dice));
        if (!links.isEmpty() && (name.length() < 2 || dice.chance(0.34))) {
            name.append(dice.pick(links));
        }
        String built = Letters.capitalised(name.append(endings.draw(dice)).toString());
        if (prefixes.isEmpty() || !dice.chance(0.4)) {
            return built;
        }
        return prefixed(dice.pick(prefixes), built, dice);
    }

    /** Ben Salah, Bensalah; Kermorvan, never Ker Morvan. */
    private static String prefixed(String prefix, String name, Dice dice) {
        boolean joins = prefix.equals("Ker") || prefix.equals("Pen") || prefix.equals("Tré") || prefix.equals("Bou");
        return joins || (!prefix.equals("Le") && !prefix.equals("Ould") && dice.chance(0.35))
                ? prefix + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)
                : prefix + " " + name;
    }
}
