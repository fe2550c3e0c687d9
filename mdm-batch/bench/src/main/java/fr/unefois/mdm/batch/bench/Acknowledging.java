package fr.unefois.mdm.batch.bench;

import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.store.Database;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.PostgresBase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Upserts until it is killed, and says which were acknowledged: a line each, with what the record says by then. */
final class Acknowledging {
    private static final int RECORDS = 400;

    private Acknowledging() {}

    /** @param args the home folder, and the first number to say */
    public static void main(String[] args) {
        try (Database database =
                Database.open(DatabaseSettings.embedded(Path.of(args[0])).withConnections(2))) {
            Arrivals arrivals = new Arrivals(new PostgresBase(database.dataSource()), Walk.french(Map.of()));
            for (int number = Integer.parseInt(args[1]); ; number++) {
                CitizenRecord record = record(number);
                if (!arrivals.arrive(record).refs().isEmpty()) {
                    System.out.println(record.key().id() + " " + number);
                }
            }
        }
    }

    /** Some four hundred people, each said again and again with another telephone. */
    static CitizenRecord record(int number) {
        int person = number % RECORDS;
        return new CitizenRecord(
                key(Integer.toString(person)),
                null,
                Map.of(
                        Attribute.BIRTH_NAME, List.of(new Text("KERVELLA" + (char) ('A' + person % 26))),
                        Attribute.GIVEN_NAMES, List.of(new Text(person % 2 == 0 ? "Anne" : "Yann")),
                        Attribute.BIRTH_DATE, List.of(new Text("19" + (10 + person % 90) + "-03-0" + (1 + person % 9))),
                        Attribute.PHONES, List.of(new Text(telephone(number)))));
    }

    static SourceKey key(String id) {
        return new SourceKey("kills", id);
    }

    static String telephone(int number) {
        return String.format(java.util.Locale.ROOT, "06%08d", 10_000_000 + number);
    }
}
