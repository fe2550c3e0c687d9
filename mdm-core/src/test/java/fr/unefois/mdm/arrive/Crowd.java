package fr.unefois.mdm.arrive;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Many people, invented from a seed. */
public final class Crowd {
    private static final String[] SURNAMES = {"MARTIN", "LE GOFF", "NGUYỄN", "D'ALMEIDA", "DURAND--DUPONT"};
    private static final String[] GIVEN = {"Jean", "Jeanne", "Linh", "Mohamed", "Muhammad", "Jean-Pierre"};
    private static final String[] DATES = {"1987-04-12", "1987-12-04", "1987", "1960-01-01", "2014-02-28"};

    private Crowd() {}

    /** Few names and few dates, so that many are nearly somebody else. */
    public static List<CitizenRecord> of(Random random) {
        List<CitizenRecord> records = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            Citizens citizen = Citizens.record("s" + random.nextInt(4), String.valueOf(i))
                    .birthName(pick(random, SURNAMES))
                    .givenNames(pick(random, GIVEN))
                    .birthDate(pick(random, DATES));
            if (random.nextInt(3) == 0) {
                citizen.texts(Attribute.PHONES, "06123456" + (10 + random.nextInt(6)));
            }
            if (random.nextInt(3) == 0) {
                citizen.emails("famille" + random.nextInt(6) + "@fai.example.fr");
            }
            if (random.nextBoolean()) {
                citizen.address((1 + random.nextInt(3)) + " rue Pasteur", "57000", "Metz", "57463");
            }
            if (random.nextInt(4) == 0) {
                citizen.usageName(pick(random, SURNAMES));
            }
            records.add(citizen.build());
        }
        return records;
    }

    /** Somebody whom nobody else resembles; the same number is the same person, whatever the source. */
    public static CitizenRecord stranger(int number, String source) {
        Random random = new Random(31L * number + 7);
        String name = random.ints(9, 'A', 'Z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Citizens.record(source, String.valueOf(number))
                .birthName(name)
                .givenNames(pick(random, GIVEN))
                .birthDate(String.format(
                        Locale.ROOT,
                        "%d-%02d-%02d",
                        1930 + random.nextInt(80),
                        1 + random.nextInt(12),
                        1 + random.nextInt(28)))
                .emails(name.toLowerCase(Locale.ROOT) + "@fai.example.fr")
                .build();
    }

    private static String pick(Random random, String[] from) {
        return from[random.nextInt(from.length)];
    }
}
