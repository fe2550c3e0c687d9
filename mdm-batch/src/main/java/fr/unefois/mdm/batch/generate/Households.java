package fr.unefois.mdm.batch.generate;

import fr.unefois.mdm.batch.generate.Inhabitant.Home;
import fr.unefois.mdm.record.Sex;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The households of the town; each is a function of the seed and its own number, so that any can be composed alone. */
final class Households {
    private static final long PLAN = 1;
    private static final long PEOPLE = 2;
    private static final int ELDEST = 1926;

    private final long seed;
    private final World world;

    Households(Town town) {
        seed = town.seed();
        world = World.of(town);
    }

    int size(long household) {
        return plan(household).size();
    }

    private HouseholdPlan plan(long household) {
        return HouseholdPlan.draw(Dice.of(seed, PLAN, household));
    }

    /** The people of a household, parents first, numbered from the given citizen on. */
    List<Inhabitant> people(long household, int firstCitizen) {
        HouseholdPlan plan = plan(household);
        Dice dice = Dice.of(seed, PEOPLE, household);
        Adults adults = new Adults(world, dice);
        Origin origin = world.families().origin(dice);
        Home home = adults.home(0.4);
        int firstBorn = dice.between(1957, Inhabitant.THIS_YEAR - 1 - 3 * Math.max(0, plan.children() - 1));
        int year = plan.children() > 0
                ? Math.max(ELDEST, firstBorn - dice.between(19, 36))
                : dice.between(1932, Inhabitant.THIS_YEAR - 20);
        List<Inhabitant> people = new ArrayList<>();
        if (plan.couple()) {
            addCouple(people, adults, firstCitizen, year, origin, home, dice);
        } else {
            Sex sex = dice.chance(plan.children() > 0 ? 0.8 : 0.52) ? Sex.F : Sex.M;
            Inhabitant alone = adults.adult(firstCitizen, sex, year, origin, home);
            boolean married = sex == Sex.F && dice.chance(year < 1960 ? 0.4 : 0.12);
            people.add(married ? adults.goingBy(adults.stranger(), alone) : alone);
        }
        new Children(world, adults, dice).addTo(people, plan.children(), firstBorn, origin);
        return people;
    }

    private void addCouple(
            List<Inhabitant> people,
            Adults adults,
            int firstCitizen,
            int year,
            @Nullable Origin origin,
            Home home,
            Dice dice) {
        boolean sameSex = dice.chance(0.02);
        Sex sex = sameSex && dice.chance(0.5) ? Sex.F : Sex.M;
        int elder = Math.max(ELDEST, year - dice.between(-4, 8));
        Inhabitant one = adults.adult(firstCitizen, sex, Math.min(elder, Inhabitant.THIS_YEAR - 19), origin, home);
        Origin others = dice.chance(0.78) ? origin : world.families().origin(dice);
        Inhabitant other = adults.adult(firstCitizen + 1, sameSex ? sex : Sex.F, year, others, home);
        String ofOne = one.names().birth();
        String ofOther = other.names().birth();
        people.add(dice.chance(0.03) ? adults.goingBy(ofOther, one) : one);
        people.add(dice.chance(0.55) ? adults.goingBy(ofOne, other) : other);
    }
}
