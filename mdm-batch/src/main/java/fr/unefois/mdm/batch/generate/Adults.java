package fr.unefois.mdm.batch.generate;

import fr.unefois.mdm.batch.generate.Inhabitant.Birth;
import fr.unefois.mdm.batch.generate.Inhabitant.Contacts;
import fr.unefois.mdm.batch.generate.Inhabitant.Home;
import fr.unefois.mdm.batch.generate.Inhabitant.Names;
import fr.unefois.mdm.record.Sex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The grown-ups of one household, made with one pair of dice. */
final class Adults {
    private static final int ELDER = 1945;

    private final World world;
    private final Dice dice;

    Adults(World world, Dice dice) {
        this.world = world;
        this.dice = dice;
    }

    Inhabitant adult(int citizen, Sex sex, int year, @Nullable Origin origin, Home home) {
        List<String> given = world.christening().names(sex, year, origin, dice);
        Names names = new Names(world.families().draw(origin, dice), null, null, given);
        return new Inhabitant(citizen, sex, names, birth(year, origin), contacts(names, year), home);
    }

    /** The same citizen, who goes by another name: alone, after the own one, or joined to it. */
    Inhabitant goingBy(String name, Inhabitant citizen) {
        Names own = citizen.names();
        int way = dice.below(20);
        String usage = way < 15 ? name : way < 18 ? own.birth() + " " + name : own.birth() + "-" + name;
        Names names = new Names(own.birth(), usage, dice.chance(0.04) ? stranger() : null, own.given());
        Contacts contacts = contacts(names, citizen.birth().year());
        return new Inhabitant(citizen.citizen(), citizen.sex(), names, citizen.birth(), contacts, citizen.home());
    }

    /** The family name of somebody who does not live in the town. */
    String stranger() {
        return world.families().draw(world.families().origin(dice), dice);
    }

    Home home(double moved) {
        return new Home(
                world.places().address(dice),
                dice.chance(moved) ? world.places().address(dice) : null);
    }

    Contacts contacts(Names names, int year) {
        boolean elder = year < ELDER;
        String email = dice.chance(elder ? 0.72 : 0.9) ? email(names, year) : null;
        String former = email != null && dice.chance(0.05) ? email(names, year) : null;
        String own = dice.chance(elder ? 0.35 : 0.07)
                ? world.numbers().landline(dice)
                : world.numbers().mobile(dice);
        return new Contacts(
                email, former, dice.chance(0.93) ? own : null, world.numbers().second(dice));
    }

    private String email(Names names, int year) {
        String usage = names.usage();
        String family = usage != null && dice.chance(0.5) ? usage : names.birth();
        return world.numbers().email(names.given().get(0), family, year, dice);
    }

    private Birth birth(int year, @Nullable Origin origin) {
        String country = origin == null ? null : origin.bornAbroad(dice);
        if (country == null && dice.chance(0.012)) {
            country = world.places().anyCountry(dice);
        }
        return country == null || country.equals(Birth.FRANCE) ? inFrance(year) : on(year, country, country);
    }

    Birth inFrance(int year) {
        return on(year, world.places().bornInFrance(year, dice), Birth.FRANCE);
    }

    /** The day of birth; some who came from afar were given the first of January. */
    private Birth on(int year, String place, String country) {
        boolean presumed = !country.equals(Birth.FRANCE) && dice.chance(0.05);
        int month = presumed ? 1 : dice.between(1, year == Inhabitant.THIS_YEAR ? 8 : 12);
        int day = presumed ? 1 : dice.between(1, month == 2 ? 28 : 30);
        return new Birth(year, month, day, place, country);
    }
}
