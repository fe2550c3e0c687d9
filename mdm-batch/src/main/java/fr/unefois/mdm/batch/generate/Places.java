package fr.unefois.mdm.batch.generate;

import fr.unefois.mdm.record.Sex;
import fr.unefois.mdm.standardise.Communes;
import java.util.List;

/** The communes and streets of the town, and where its citizens were born. */
final class Places {
    private static final int CITIZENS_A_STREET = 40;

    private record Born(String code, int births) {
        static Born of(String words) {
            int space = words.indexOf(' ');
            return new Born(words.substring(0, space), Integer.parseInt(words.substring(space + 1)));
        }
    }

    private final List<Commune> communes;
    private final Urn<Commune> anyCommune;
    private final long people;
    private final List<String> streets;
    private final List<String> types;
    private final List<String> residences;
    private final Urn<Born> near;
    private final Urn<Born> far;
    private final Urn<Born> anywhere;
    private final List<String> abroad;
    private final FamilyNames families;
    private final GivenNames givenNames;
    private final long seed;
    private final int citizens;

    Places(long seed, int citizens, FamilyNames families, GivenNames givenNames) {
        WordLists lists = WordLists.read("places.txt");
        communes = lists.words("town", "communes").stream().map(Commune::of).toList();
        anyCommune = Urn.weighted(communes, Commune::hundreds);
        people = communes.stream().mapToLong(Commune::hundreds).sum();
        streets = lists.words("town", "streets");
        types = lists.words("town", "types");
        residences = lists.words("town", "residences");
        near = births(lists, "near");
        far = births(lists, "far");
        anywhere = Urn.weighted(
                Communes.french()
                        .current()
                        .map(commune -> new Born(commune.code(), commune.population()))
                        .toList(),
                Born::births);
        abroad = lists.words("born", "abroad");
        this.families = families;
        this.givenNames = givenNames;
        this.seed = seed;
        this.citizens = citizens;
    }

    private static Urn<Born> births(WordLists lists, String key) {
        return Urn.weighted(lists.words("born", key).stream().map(Born::of).toList(), Born::births);
    }

    Address address(Dice dice) {
        Commune commune = anyCommune.draw(dice);
        int inCommune = (int) (10 + citizens * (long) commune.hundreds() / people / CITIZENS_A_STREET);
        int street = dice.below(1 + dice.below(inCommune));
        Dice named = Dice.of(seed, Integer.parseInt(commune.code()), street);
        String type = named.pick(types);
        String name = streetName(named);
        String postcode = named.pick(commune.postcodes());
        int number = 1 + dice.below(1 + dice.below(140));
        String suffix = dice.chance(0.12) ? (dice.chance(0.65) ? "bis" : "ter") : "";
        String complement = dice.chance(0.3) ? complement(dice) : "";
        return new Address(number, suffix, type, name, complement, postcode, commune);
    }

    private String streetName(Dice named) {
        if (named.chance(0.62)) {
            return named.pick(streets);
        }
        Sex sex = named.chance(0.8) ? Sex.M : Sex.F;
        return givenNames.draw(sex, 1920, named) + " " + families.draw(null, named);
    }

    private String complement(Dice dice) {
        return switch (dice.below(3)) {
            case 0 -> "Apt " + dice.between(1, 60);
            case 1 -> "Bât " + dice.pick("ABCDEF");
            default -> "Résidence " + dice.pick(residences);
        };
    }

    /** The commune of birth: the young were mostly born near and in a town with a hospital, their elders anywhere. */
    String bornInFrance(int year, Dice dice) {
        if (dice.chance(year > 1996 ? 0.8 : 0.42)) {
            return near.draw(dice).code();
        }
        if (dice.chance(0.35)) {
            return anyCommune.draw(dice).code();
        }
        return (dice.chance(year < 1970 ? 0.55 : 0.25) ? anywhere : far).draw(dice).code();
    }

    String anyCountry(Dice dice) {
        return dice.pick(abroad);
    }
}
