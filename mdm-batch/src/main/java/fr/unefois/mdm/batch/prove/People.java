package fr.unefois.mdm.batch.prove;

import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Invented people, the same from the same numbers. */
final class People {
    private static final String[] SURNAMES = {"MARTIN", "LE GOFF", "NGUYỄN", "D'ALMEIDA", "DURAND-DUPONT"};
    private static final String[] GIVEN = {"Jean", "Jeanne", "Linh", "Mohamed", "Muhammad", "Jean-Pierre"};
    private static final String[] DATES = {"1987-04-12", "1987-12-04", "1987", "1960-01-01", "2014-02-28"};

    private People() {}

    /** Somebody whom nobody else resembles; the same number is the same person, whatever the source. */
    static CitizenRecord stranger(int number, String source) {
        Random random = new Random(31L * number + 7);
        String name = random.ints(9, 'A', 'Z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        Map<Attribute, List<Value>> values = new HashMap<>();
        values.put(Attribute.BIRTH_NAME, List.of(new Text(name)));
        values.put(Attribute.GIVEN_NAMES, List.of(new Text(pick(random, GIVEN))));
        values.put(
                Attribute.BIRTH_DATE,
                List.of(new Text(String.format(
                        Locale.ROOT,
                        "%d-%02d-%02d",
                        1930 + random.nextInt(80),
                        1 + random.nextInt(12),
                        1 + random.nextInt(28)))));
        values.put(Attribute.EMAILS, List.of(new Text(name.toLowerCase(Locale.ROOT) + "@fai.example.fr")));
        return new CitizenRecord(new SourceKey(source, String.valueOf(number)), null, values);
    }

    /** Few names and few dates, so that many are nearly somebody else, and hang together. */
    static List<CitizenRecord> crowd(int size, Random random) {
        List<CitizenRecord> records = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Map<Attribute, List<Value>> values = new HashMap<>();
            values.put(Attribute.BIRTH_NAME, List.of(new Text(pick(random, SURNAMES))));
            values.put(Attribute.GIVEN_NAMES, List.of(new Text(pick(random, GIVEN))));
            values.put(Attribute.BIRTH_DATE, List.of(new Text(pick(random, DATES))));
            if (random.nextInt(3) == 0) {
                values.put(Attribute.PHONES, List.of(new Text("06123456" + (10 + random.nextInt(6)))));
            }
            if (random.nextInt(3) == 0) {
                values.put(Attribute.EMAILS, List.of(new Text("famille" + random.nextInt(6) + "@fai.example.fr")));
            }
            if (random.nextBoolean()) {
                values.put(
                        Attribute.ADDRESSES,
                        List.of(new Address((1 + random.nextInt(3)) + " rue Pasteur", "57000", "Metz", "57463")));
            }
            records.add(new CitizenRecord(new SourceKey("crowd" + random.nextInt(4), String.valueOf(i)), null, values));
        }
        return records;
    }

    private static String pick(Random random, String[] from) {
        return from[random.nextInt(from.length)];
    }
}
