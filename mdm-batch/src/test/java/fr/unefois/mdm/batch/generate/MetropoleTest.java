package fr.unefois.mdm.batch.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** At the middle level a town of 20,000 looks like the labelled town that matching is judged by, where it is present. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetropoleTest {
    private List<Map<String, String>> theirs = List.of();
    private List<Map<String, String>> ours = List.of();

    @BeforeAll
    void readBothTowns(@TempDir Path folder) {
        Path metropole = shared().resolve("data/metropole");
        if (Files.exists(metropole.resolve("all.csv"))) {
            theirs = new TownFolder(metropole).all();
            ours = TownFolder.written(folder, 20_000, 2, ErrorLevel.MEDIUM).all();
        }
    }

    /** Test by test: a class that is skipped whole is listed nowhere. */
    @BeforeEach
    void needsLabelledPeople() {
        assumeTrue(!theirs.isEmpty(), "no labelled people in ../shared/data/metropole");
    }

    private static Path shared() {
        String named = System.getenv("MDM_SHARED");
        return named == null ? Path.of("..", "..", "shared") : Path.of(named);
    }

    @Test
    void asManyRowsInEachSource() {
        assertThat((double) ours.size()).isCloseTo(theirs.size(), within(0.05 * theirs.size()));
        for (SourceSystem system : SourceSystem.ALL) {
            Predicate<Map<String, String>> inSource = row -> system.id.equals(row.get("source"));
            assertThat(share(ours, inSource)).as(system.id).isCloseTo(share(theirs, inSource), within(0.02));
        }
    }

    @Test
    void asManyGapsInEachColumnOfEachSource() {
        for (SourceSystem system : SourceSystem.ALL) {
            List<Map<String, String>> our = of(ours, system);
            List<Map<String, String>> their = of(theirs, system);
            for (String column : our.get(0).keySet()) {
                Predicate<Map<String, String>> empty =
                        row -> row.getOrDefault(column, "").isEmpty();
                assertThat(share(our, empty))
                        .as("%s.%s", system.id, column)
                        .isCloseTo(share(their, empty), within(0.045));
            }
        }
    }

    @Test
    void theRowsOfACitizenAgreeAsOften() {
        for (String column : List.of("birth_family_name", "birth_date", "postcode", "email", "birth_place_code")) {
            assertThat(agreement(ours, column)).as(column).isCloseTo(agreement(theirs, column), within(0.03));
        }
    }

    @Test
    void namesAreAsVariedAndNamesakesAsMany() {
        assertThat(distinctNames(ours)).isCloseTo(distinctNames(theirs), within(0.12));
        assertThat(namesakes(ours)).isCloseTo(namesakes(theirs), within(0.04));
    }

    private static List<Map<String, String>> of(List<Map<String, String>> rows, SourceSystem system) {
        return rows.stream().filter(row -> system.id.equals(row.get("source"))).toList();
    }

    private static double share(List<Map<String, String>> rows, Predicate<Map<String, String>> which) {
        return rows.stream().filter(which).count() / (double) rows.size();
    }

    /** Of the rows that name a value, how many say what the citizen's first row said. */
    private static double agreement(List<Map<String, String>> rows, String column) {
        Map<String, String> first = new HashMap<>();
        int both = 0;
        int same = 0;
        for (Map<String, String> row : rows) {
            String value = folded(row.getOrDefault(column, ""));
            if (!value.isEmpty()) {
                String before = first.putIfAbsent(Objects.requireNonNull(row.get("citizen_id")), value);
                both += before == null ? 0 : 1;
                same += value.equals(before) ? 1 : 0;
            }
        }
        return same / (double) both;
    }

    private static double distinctNames(List<Map<String, String>> rows) {
        Set<String> names = new LinkedHashSet<>();
        Map<String, String> citizens = citizens(rows);
        citizens.values().forEach(name -> names.add(name.substring(0, name.indexOf('/'))));
        return names.size() / (double) citizens.size();
    }

    private static double namesakes(List<Map<String, String>> rows) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, String> citizens = citizens(rows);
        citizens.values().forEach(name -> counts.merge(name, 1, Integer::sum));
        return citizens.values().stream()
                        .filter(name -> counts.getOrDefault(name, 0) > 1)
                        .count()
                / (double) citizens.size();
    }

    /** Family name and first given name of each citizen, by the best of the sources. */
    private static Map<String, String> citizens(List<Map<String, String>> rows) {
        Map<String, String> names = new HashMap<>();
        for (String source : List.of("portail", "elections", "etatcivil", "mediatheque", "cantine")) {
            for (Map<String, String> row : rows) {
                if (source.equals(row.get("source"))) {
                    String first = row.getOrDefault("given_names", "").split(" ", 2)[0];
                    names.putIfAbsent(
                            row.getOrDefault("citizen_id", ""),
                            folded(row.getOrDefault("birth_family_name", "")) + "/" + folded(first));
                }
            }
        }
        return names;
    }

    private static String folded(String value) {
        return Letters.plain(value).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9@]", "");
    }
}
