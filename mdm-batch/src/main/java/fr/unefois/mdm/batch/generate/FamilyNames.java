package fr.unefois.mdm.batch.generate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Family names: the common French ones by rank, a long tail built from morphemes, and those of every origin. */
final class FamilyNames {
    private final Urn<String> common;
    private final List<String> particles;
    private final BuiltNames tail;
    private final List<String> places;
    private final List<Origin> origins = new ArrayList<>();
    private final Urn<Origin> anyOrigin;
    private final int fromElsewhere;

    FamilyNames() {
        WordLists french = WordLists.read("family-names.txt");
        common = Urn.ranked(french.words("french", "common"), 9, 0.72);
        particles = french.words("french", "particles");
        tail = new BuiltNames(
                List.of(),
                french.words("tail", "stems"),
                french.words("tail", "links"),
                french.words("tail", "endings"));
        places = french.words("tail", "places");
        WordLists elsewhere = WordLists.read("origins.txt");
        elsewhere.sections().forEach(name -> origins.add(new Origin(elsewhere, name)));
        anyOrigin = Urn.weighted(origins, origin -> origin.share);
        fromElsewhere = origins.stream().mapToInt(origin -> origin.share).sum();
    }

    /** The origin of a family, or null for a family of the region, as most are. */
    @Nullable
    Origin origin(Dice dice) {
        return dice.below(1000) < fromElsewhere ? anyOrigin.draw(dice) : null;
    }

    String draw(@Nullable Origin origin, Dice dice) {
        return origin == null ? french(dice) : origin.familyName(dice);
    }

    private String french(Dice dice) {
        if (dice.chance(0.48)) {
            return common.draw(dice);
        }
        String name = tail.draw(dice);
        if (dice.chance(0.94)) {
            return name;
        }
        return switch (dice.below(4)) {
            case 0 -> particle(dice) + name;
            case 1 -> particle(dice) + dice.pick(places);
            case 2 -> name + "-" + tail.draw(dice);
            default -> name + " " + common.draw(dice);
        };
    }

    private String particle(Dice dice) {
        String particle = dice.pick(particles);
        return particle.endsWith("'") ? "de " : particle + " ";
    }
}
