package fr.unefois.mdm.batch.generate;

import java.util.ArrayList;
import java.util.List;

/** Composes a quarter: its households, and what the sources enter of each citizen, in no order that tells who is who. */
final class Composer {
    private static final long ENTRIES = 3;
    private static final long ORDER = 4;

    private static final SourceSystem REGISTRY = SourceSystem.named("etatcivil");
    private static final SourceSystem ROLL = SourceSystem.named("elections");

    private final Town town;
    private final Households households;
    private final SourceIds ids;
    private final Clerk clerk;

    Composer(Town town, Households households) {
        this.town = town;
        this.households = households;
        ids = new SourceIds(town);
        clerk = new Clerk(town.errors());
    }

    Pages compose(Quarter quarter) {
        int digits = SourceIds.digits(town.citizens());
        List<Entry> entries = new ArrayList<>();
        int citizens = 0;
        if (quarter.number() == 0) {
            entries.addAll(Heroine.entries(digits));
            citizens = Heroine.HOUSEHOLD;
        }
        long household = quarter.firstHousehold();
        for (int next = quarter.firstCitizen(); next <= quarter.lastCitizen(); ) {
            for (Inhabitant inhabitant : households.people(household, next)) {
                if (next <= quarter.lastCitizen()) {
                    enter(inhabitant, entries);
                    next++;
                    citizens++;
                }
            }
            household++;
        }
        Dice.of(town.seed(), ORDER, quarter.number()).shuffle(entries);
        return Pages.of(entries, citizens, digits);
    }

    private void enter(Inhabitant inhabitant, List<Entry> entries) {
        Dice dice = Dice.of(town.seed(), ENTRIES, inhabitant.citizen());
        int before = entries.size();
        for (SourceSystem system : SourceSystem.ALL) {
            if (dice.chance(system.knows(inhabitant.age()))) {
                enter(inhabitant, system, 0, dice, entries);
                if (dice.chance(0.003 + 0.028 * system.carelessness * town.errors().slips)) {
                    enter(inhabitant, system, 1, dice, entries);
                }
            }
        }
        if (entries.size() == before) {
            enter(inhabitant, inhabitant.isAdult() ? ROLL : REGISTRY, 0, dice, entries);
        }
    }

    private void enter(Inhabitant inhabitant, SourceSystem system, int copy, Dice dice, List<Entry> entries) {
        String sourceId = ids.id(system, inhabitant.citizen(), copy);
        entries.add(clerk.enter(inhabitant, system, sourceId, dice));
    }
}
