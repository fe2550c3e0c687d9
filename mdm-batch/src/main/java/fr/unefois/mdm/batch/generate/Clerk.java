package fr.unefois.mdm.batch.generate;

import fr.unefois.mdm.batch.generate.Inhabitant.Home;
import fr.unefois.mdm.record.Sex;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Enters a citizen in a source, with the gaps and slips of its counter. */
final class Clerk {
    private static final Field[] NAMES = {Field.BIRTH_FAMILY_NAME, Field.USUAL_FAMILY_NAME, Field.GIVEN_NAMES};

    private final ErrorLevel errors;

    Clerk(ErrorLevel errors) {
        this.errors = errors;
    }

    Entry enter(Inhabitant citizen, SourceSystem system, String sourceId, Dice dice) {
        Entry entry = new Entry(system, sourceId, citizen.citizen());
        double care = system.carelessness * errors.slips;
        double gaps = system.carelessness * errors.gaps;
        new NameHand(system, care, dice).write(citizen.names(), entry);
        inOneHand(entry, dice);
        if (!dice.chance(0.007 + 0.06 * gaps)) {
            entry.set(Field.SEX, citizen.sex() == Sex.M ? "M" : "F");
        }
        if (dice.chance(system.datesAsked) && !dice.chance(0.006 + 0.05 * gaps)) {
            entry.set(Field.BIRTH_DATE, DateHand.write(citizen.birth(), care, dice));
        }
        if (system.fields.contains(Field.BIRTH_PLACE_CODE) && !dice.chance(0.006 + 0.045 * gaps)) {
            entry.set(Field.BIRTH_PLACE_CODE, citizen.birth().place());
            entry.set(Field.BIRTH_COUNTRY_CODE, citizen.birth().country());
        }
        ContactHand.write(citizen.contacts(), care, gaps, dice, entry);
        if (!dice.chance(0.034 * gaps)) {
            AddressHand.write(address(citizen.home(), care, dice), care, dice, entry);
        }
        return asTheSourceKeepsIt(entry);
    }

    /** The address of now, or, in files that nobody told, the one before. */
    private static Address address(Home home, double care, Dice dice) {
        @Nullable Address before = home.before();
        return before != null && dice.chance(0.1 + 0.28 * Math.min(1, care)) ? before : home.now();
    }

    /** Names in capitals, as they are, or all in small letters; accents lost more often than not in capitals. */
    private static void inOneHand(Entry entry, Dice dice) {
        int hand = dice.below(20);
        boolean plain = dice.chance(hand < 9 ? 0.62 : 0.2);
        UnaryOperator<String> letters = hand < 9
                ? name -> name.toUpperCase(Locale.ROOT)
                : hand < 18 ? name -> name : name -> name.toLowerCase(Locale.ROOT);
        for (Field field : NAMES) {
            String name = entry.get(field);
            entry.set(field, letters.apply(plain ? Letters.plain(name) : name));
        }
    }

    private static Entry asTheSourceKeepsIt(Entry entry) {
        boolean western = !entry.system.layout.charset.equals(StandardCharsets.UTF_8);
        for (Field field : Field.values()) {
            if (!entry.system.fields.contains(field) && !isCodeOfAKeptCity(field, entry)) {
                entry.set(field, "");
            } else if (western) {
                entry.set(field, Letters.western(entry.get(field)));
            }
        }
        return entry;
    }

    /** No source exports it, but the unified file has found it for some. */
    private static boolean isCodeOfAKeptCity(Field field, Entry entry) {
        return field == Field.CITY_CODE && entry.system.fields.contains(Field.CITY);
    }
}
