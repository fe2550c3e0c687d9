package fr.unefois.mdm.batch.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Gaps and slips come as often as the level says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorLevelsTest {
    private List<Map<String, String>> low = List.of();
    private List<Map<String, String>> medium = List.of();
    private List<Map<String, String>> high = List.of();

    @BeforeAll
    void writeThreeTowns(@TempDir Path folder) {
        low = TownFolder.written(folder.resolve("low"), 6_000, 31, ErrorLevel.LOW)
                .all();
        medium = TownFolder.written(folder.resolve("medium"), 6_000, 31, ErrorLevel.MEDIUM)
                .all();
        high = TownFolder.written(folder.resolve("high"), 6_000, 31, ErrorLevel.HIGH)
                .all();
    }

    @Test
    void aCitizenHasSomeThreeRecords() {
        assertThat(medium.size() / 6_000.0).isBetween(3.1, 3.6);
    }

    @Test
    void theSameCitizenInOneSourceTwice() {
        assertThat(duplicates(low)).isBetween(0.004, 0.012);
        assertThat(duplicates(medium)).isBetween(0.015, 0.028);
        assertThat(duplicates(high)).isBetween(0.035, 0.06);
    }

    @Test
    void missingDatesOfBirth() {
        assertThat(missing(low, "birth_date")).isBetween(0.07, 0.11);
        assertThat(missing(medium, "birth_date")).isBetween(0.09, 0.13);
        assertThat(missing(high, "birth_date")).isBetween(0.11, 0.16);
    }

    @Test
    void partialAndDefaultedDates() {
        assertThat(share(medium, row -> get(row, "birth_date").matches("\\d{4}|\\d{4}-\\d{2}")))
                .isBetween(0.002, 0.007);
        assertThat(share(medium, row -> get(row, "birth_date").endsWith("-01-01")))
                .isBetween(0.003, 0.012);
    }

    @Test
    void givenNamesThatDifferFromTheRegistry() {
        assertThat(differing(low)).isBetween(0.03, 0.09);
        assertThat(differing(medium)).isBetween(0.09, 0.16);
        assertThat(differing(high)).isBetween(0.18, 0.32);
    }

    @Test
    void sourcesOfOneNameHoldTheBirthNameOrTheUsageName() {
        Map<String, String> usage = new HashMap<>();
        medium.stream()
                .filter(row -> get(row, "source").equals("elections"))
                .filter(row -> !get(row, "usual_family_name").isEmpty())
                .forEach(row -> usage.put(get(row, "citizen_id"), folded(get(row, "usual_family_name"))));
        List<Map<String, String>> crm = medium.stream()
                .filter(row -> get(row, "source").equals("crm") && usage.containsKey(get(row, "citizen_id")))
                .toList();
        assertThat(share(crm, row -> folded(get(row, "birth_family_name")).equals(usage.get(get(row, "citizen_id")))))
                .isBetween(0.3, 0.8);
        assertThat(crm).allMatch(row -> get(row, "usual_family_name").isEmpty());
    }

    @Test
    void oldAddressesRemain() {
        Map<String, String> portal = new HashMap<>();
        medium.stream()
                .filter(row -> get(row, "source").equals("portail"))
                .forEach(row -> portal.put(get(row, "citizen_id"), get(row, "postcode")));
        List<Map<String, String>> crm = medium.stream()
                .filter(row -> get(row, "source").equals("crm") && portal.containsKey(get(row, "citizen_id")))
                .filter(row -> !get(row, "postcode").isEmpty())
                .toList();
        assertThat(share(crm, row -> !get(row, "postcode").equals(portal.get(get(row, "citizen_id")))))
                .isBetween(0.08, 0.25);
    }

    private static double duplicates(List<Map<String, String>> rows) {
        long distinct = rows.stream()
                .map(row -> get(row, "source") + get(row, "citizen_id"))
                .distinct()
                .count();
        return 1 - distinct / (double) rows.size();
    }

    private static double missing(List<Map<String, String>> rows, String column) {
        return share(rows, row -> get(row, column).isEmpty());
    }

    private static double differing(List<Map<String, String>> rows) {
        Map<String, String> registry = new HashMap<>();
        rows.stream()
                .filter(row -> get(row, "source").equals("etatcivil"))
                .forEach(row -> registry.put(get(row, "citizen_id"), folded(get(row, "given_names"))));
        List<Map<String, String>> others = rows.stream()
                .filter(row -> !get(row, "source").equals("etatcivil") && registry.containsKey(get(row, "citizen_id")))
                .toList();
        return share(
                others,
                row -> !registry.getOrDefault(get(row, "citizen_id"), "").startsWith(folded(get(row, "given_names"))));
    }

    private static double share(List<Map<String, String>> rows, Predicate<Map<String, String>> which) {
        return rows.stream().filter(which).count() / (double) rows.size();
    }

    private static String folded(String name) {
        return Letters.plain(name).toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
    }

    private static String get(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
