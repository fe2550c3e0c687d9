package fr.unefois.mdm.batch.generate;

import fr.unefois.mdm.batch.generate.Inhabitant.Contacts;
import fr.unefois.mdm.batch.generate.Inhabitant.Home;
import fr.unefois.mdm.batch.generate.Inhabitant.Names;
import fr.unefois.mdm.record.Sex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The children of one household, small and grown up: what they share with their parents, and what they do not. */
final class Children {
    private final World world;
    private final Adults adults;
    private final Dice dice;

    Children(World world, Adults adults, Dice dice) {
        this.world = world;
        this.adults = adults;
        this.dice = dice;
    }

    void addTo(List<Inhabitant> family, int count, int firstBorn, @Nullable Origin origin) {
        String name = familyName(family);
        List<Inhabitant> parents = List.copyOf(family);
        int citizen = parents.get(parents.size() - 1).citizen() + 1;
        int year = firstBorn;
        for (int i = 0; i < count; i++) {
            Inhabitant elder = family.get(family.size() - 1);
            boolean twin = i > 0 && dice.chance(0.042);
            family.add(
                    twin
                            ? twin(family, elder, citizen + i, origin)
                            : child(parents, family, citizen + i, name, year, origin));
            year = Math.min(Inhabitant.THIS_YEAR, year + dice.between(1, 5));
        }
    }

    private String familyName(List<Inhabitant> parents) {
        String first = parents.get(0).names().birth();
        if (parents.size() == 1 || dice.chance(0.82)) {
            return first;
        }
        String second = parents.get(1).names().birth();
        return dice.chance(0.6) ? first + " " + second : second;
    }

    private Inhabitant child(
            List<Inhabitant> parents,
            List<Inhabitant> family,
            int citizen,
            String name,
            int year,
            @Nullable Origin origin) {
        Sex sex = dice.chance(0.51) ? Sex.M : Sex.F;
        List<String> given = world.christening().childsNames(family, sex, year, origin, dice);
        boolean grown = year <= Inhabitant.THIS_YEAR - 18;
        String usage = grown && sex == Sex.F && dice.chance(0.2) ? adults.stranger() : null;
        Names names = new Names(name, usage, null, given);
        Home home =
                grown ? grownHome(parents.get(0).home(), year) : parents.get(0).home();
        Contacts contacts = grown ? adults.contacts(names, year) : throughParents(parents, names, year);
        return new Inhabitant(citizen, sex, names, adults.inFrance(year), contacts, home);
    }

    private Contacts throughParents(List<Inhabitant> parents, Names names, int year) {
        Contacts one = dice.pick(parents).contacts();
        boolean ownMail = year < Inhabitant.THIS_YEAR - 13 && dice.chance(0.5);
        String email = ownMail ? world.numbers().email(names.given().get(0), names.birth(), year, dice) : one.email();
        return new Contacts(
                email, null, one.phone(), dice.pick(parents).contacts().phone());
    }

    /** Lives with the parents still, or left, and left the old address behind in some files. */
    private Home grownHome(Home parents, int year) {
        if (dice.chance(year > Inhabitant.THIS_YEAR - 25 ? 0.75 : 0.3)) {
            return parents;
        }
        return new Home(world.places().address(dice), dice.chance(0.55) ? parents.now() : null);
    }

    private Inhabitant twin(List<Inhabitant> family, Inhabitant elder, int citizen, @Nullable Origin origin) {
        Sex sex = dice.chance(0.68) ? elder.sex() : elder.sex() == Sex.M ? Sex.F : Sex.M;
        List<String> given = world.christening().twinsNames(family, elder, sex, origin, dice);
        Names names = new Names(elder.names().birth(), null, null, given);
        Contacts contacts =
                elder.isAdult() ? adults.contacts(names, elder.birth().year()) : elder.contacts();
        return new Inhabitant(citizen, sex, names, elder.birth(), contacts, elder.home());
    }
}
