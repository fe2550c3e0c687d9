package fr.unefois.mdm.estimate;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.compare.Pairs;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A made-up town in which everybody is recorded twice: once as he is, once by a clerk who errs as often as is said here.
 * Two in a row live together under one name.
 */
final class Town {
    /** Of birth dates. */
    static final double SWAPPED = 0.06;

    static final double OTHER_DATE = 0.04;
    static final double OTHER_SEX = 0.02;
    /** Of phones: another one was given. */
    static final double OTHER_PHONE = 0.3;
    /** Of given names: one letter. */
    static final double SLIP = 0.1;

    private static final String[] SYLLABLES = {
        "BA", "CHO", "DRI", "FLA", "GUE", "JO", "KER", "LU", "MO", "NI", "PRA", "TI"
    };

    private final Random random;
    private final List<StandardRecord> records = new ArrayList<>();

    private Town(long seed) {
        this.random = new Random(seed);
    }

    static List<StandardRecord> of(int people, long seed) {
        return of(people, 2, seed);
    }

    /** Everybody lives alone. */
    static List<StandardRecord> ofSingles(int people, long seed) {
        return of(people, 1, seed);
    }

    private static List<StandardRecord> of(int people, int household, long seed) {
        Town town = new Town(seed);
        String family = "";
        String street = "";
        for (int i = 0; i < people; i++) {
            if (i % household == 0) {
                family = town.word(3);
                street = (1 + town.random.nextInt(90)) + " rue " + town.word(2);
            }
            town.person(i, family, street);
        }
        return town.records;
    }

    private void person(int number, String family, String street) {
        String given = word(3);
        boolean woman = random.nextBoolean();
        int year = 1930 + random.nextInt(75);
        int month = 1 + random.nextInt(12);
        int day = 2 + random.nextInt(27);
        String phone = phone();
        records.add(Pairs.standard(Citizens.record("register", Integer.toString(number))
                .birthName(family)
                .givenNames(given)
                .sex(woman ? "F" : "M")
                .birthDate(date(year, month, day))
                .phones(phone)
                .address(street, "57000", "Metz", "57463")));
        double dice = random.nextDouble();
        boolean swappable = day <= 12 && day != month;
        String date = swappable && dice < SWAPPED
                ? date(year, day, month)
                : dice > 1 - OTHER_DATE
                        ? date(1930 + random.nextInt(75), 1 + random.nextInt(12), 2 + random.nextInt(27))
                        : date(year, month, day);
        records.add(Pairs.standard(Citizens.record("clerk", Integer.toString(number))
                .birthName(family)
                .givenNames(random.nextDouble() < SLIP ? given.substring(0, given.length() - 1) + "X" : given)
                .sex(woman == (random.nextDouble() >= OTHER_SEX) ? "F" : "M")
                .birthDate(date)
                .phones(random.nextDouble() < OTHER_PHONE ? phone() : phone)
                .address(street, "57000", "Metz", "57463")));
    }

    private String word(int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }

    private String phone() {
        return "06" + (10_000_000 + random.nextInt(89_999_999));
    }

    private static String date(int year, int month, int day) {
        return String.format(java.util.Locale.ROOT, "%d-%02d-%02d", year, month, day);
    }
}
