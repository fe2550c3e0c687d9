package fr.unefois.mdm.compare;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.standardise.StandardRecord;
import fr.unefois.mdm.standardise.Standardiser;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Standard records for tests of the engine. */
public final class Pairs {
    private static final String[] FAMILIES = {"MARTIN", "DURAND", "DURAND-DUPONT", "DUPONT", "NGUYEN", "D'ALMEIDA"};
    private static final String[] GIVEN = {"JEAN", "JEAN-PIERRE", "PIERRE", "MARIE", "MARIA", "LINH", "J"};
    private static final String[] DATES = {"1987-04-12", "1987-12-04", "1987", "1987-01-01", "1960-00-00", "2001-07-30"
    };
    private static final String[] PHONES = {"0612345678", "0612345679", "0387654321"};
    private static final String[] EMAILS = {
        "jean.martin@fai.example", "famille@fai.example", "jean.martin@autre.example"
    };

    private Pairs() {}

    public static StandardRecord standard(Citizens citizen) {
        return Standardiser.french().standardise(citizen.build()).record();
    }

    /** A small world in which people resemble each other, so that every level is met. */
    public static List<StandardRecord> crowd(int size, long seed) {
        Random random = new Random(seed);
        List<StandardRecord> crowd = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Citizens citizen = Citizens.record(i % 3 == 0 ? "a" : "b", Integer.toString(1000 + i));
            if (random.nextInt(8) > 0) {
                citizen.birthName(pick(FAMILIES, random));
            }
            if (random.nextInt(4) == 0) {
                citizen.usageName(pick(FAMILIES, random));
            }
            if (random.nextInt(8) > 0) {
                citizen.givenNames(pick(GIVEN, random), pick(GIVEN, random));
            }
            if (random.nextInt(4) > 0) {
                citizen.birthDate(pick(DATES, random));
            }
            if (random.nextInt(3) > 0) {
                citizen.sex(random.nextBoolean() ? "M" : "F");
            }
            if (random.nextInt(3) == 0) {
                citizen.phones(pick(PHONES, random));
            }
            if (random.nextInt(3) == 0) {
                citizen.emails(pick(EMAILS, random));
            }
            if (random.nextInt(3) == 0) {
                citizen.birthPlace(random.nextBoolean() ? "57463" : "57672");
            }
            if (random.nextBoolean()) {
                citizen.address((1 + random.nextInt(2)) + " rue Pasteur", "57000", "Metz", "57463");
            }
            crowd.add(standard(citizen));
        }
        return crowd;
    }

    private static String pick(String[] values, Random random) {
        return values[random.nextInt(values.length)];
    }
}
